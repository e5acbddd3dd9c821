package dev.kapu.statistics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table while it is told, in one turn or several. The total comes first, then margins, and of them and of the rest the
 * large before the small: so where a small row cannot be told, the next larger ones are kept back with it until nobody can
 * calculate it (complementary suppression). What others are told between two turns can only keep back more.
 */
final class Tabulation {
    private final Filter filter;
    private final List<Dimension> by;
    private final Map<Map<Dimension, String>, @Nullable Integer> counts = new HashMap<>();
    private final Deque<Group> waiting = new ArrayDeque<>();
    private List<Group> groups = List.of();
    private @Nullable Integer total;

    private record Group(Map<Dimension, String> values, BitSet cells, int persons) {}

    Tabulation(Filter filter, Collection<Dimension> by) {
        this.filter = filter;
        this.by = List.copyOf(by);
    }

    /**
     * Tells one number at least.
     *
     * @param nanos no further one after so long
     * @return whether some are left for another turn
     */
    boolean tell(Book book, long nanos) {
        long start = System.nanoTime();
        if (total == null) {
            begin(book);
        }
        while (!waiting.isEmpty()) {
            var group = waiting.remove();
            var count = book.tell(group.cells());
            counts.put(group.values(), count.isEmpty() ? null : count.getAsInt());
            if (System.nanoTime() - start >= nanos) {
                break;
            }
        }
        return !waiting.isEmpty();
    }

    private void begin(Book book) {
        var all = book.tell(book.cube().cells(filter));
        if (all.isEmpty()) {
            return;
        }
        total = all.getAsInt();
        line(book.cube());
    }

    /** Without the total. */
    void tellRows(Book book) {
        line(book.cube());
        waiting.forEach(group -> book.tell(group.cells()));
    }

    private void line(Cube cube) {
        groups = groups(cube);
        groups.stream()
                .sorted(Comparator.comparingInt((Group group) -> group.values().size())
                        .thenComparing(Comparator.comparingInt(Group::persons).reversed()))
                .forEach(waiting::add);
    }

    /** Empty if not even the total must be told; else of all turns until now. */
    Optional<Table> told() {
        if (total == null) {
            return Optional.empty();
        }
        return Optional.of(new Table(
                total,
                groups.stream()
                        .map(group -> new Table.Row(group.values(), counts.get(group.values())))
                        .toList()));
    }

    /** In the order of the values, so that the order of rows says nothing. */
    private List<Group> groups(Cube cube) {
        var found = new ArrayList<Group>();
        for (var dimension : by) {
            add(found, cube, List.of(dimension));
        }
        if (by.size() > 1) {
            add(found, cube, by);
        }
        return found;
    }

    private void add(List<Group> found, Cube cube, List<Dimension> dimensions) {
        var asked = cube.cells(filter);
        for (var values : combinations(cube, dimensions)) {
            var cells = (BitSet) asked.clone();
            var narrow = Filter.ALL;
            for (var value : values.entrySet()) {
                narrow = narrow.with(value.getKey(), value.getValue());
            }
            cells.and(cube.cells(narrow));
            int persons = cube.persons(cells);
            if (persons > 0) {
                found.add(new Group(values, cells, persons));
            }
        }
    }

    private static List<Map<Dimension, String>> combinations(Cube cube, List<Dimension> by) {
        List<Map<Dimension, String>> combinations = List.of(Map.of());
        for (var dimension : by) {
            combinations = combinations.stream()
                    .flatMap(before -> Values.of(dimension, cube.term()).stream()
                            .map(value -> {
                                var further = new EnumMap<Dimension, String>(Dimension.class);
                                further.putAll(before);
                                further.put(dimension, value);
                                return (Map<Dimension, String>) further;
                            }))
                    .toList();
        }
        return combinations;
    }
}
