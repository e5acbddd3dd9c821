package dev.kapu.statistics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by one or two dimensions. A row with one of two dimensions is a margin; a group without anybody has no row.
 *
 * @param total rounded, as all numbers are; rows need not add up to it
 */
public record Table(int total, List<Row> rows) {
    /** @param count null: suppressed */
    public record Row(
            Map<Dimension, String> group, @Nullable Integer count) {}

    private record Group(Map<Dimension, String> values, BitSet cells, int persons) {}

    /**
     * Margins first, and of them and of the rest the large before the small: so where a small row cannot be told, the next
     * larger ones are kept back with it until nobody can calculate it (complementary suppression).
     *
     * @return empty if not even the total must be told
     */
    static Optional<Table> of(Book book, Filter filter, Collection<Dimension> by) {
        var total = book.tell(book.cube().cells(filter));
        if (total.isEmpty()) {
            return Optional.empty();
        }
        var counts = told(book, filter, by);
        var rows = groups(book.cube(), filter, List.copyOf(by)).stream()
                .map(group -> new Row(group.values(), counts.get(group.values())))
                .toList();
        return Optional.of(new Table(total.getAsInt(), rows));
    }

    /** Tells all rows that may be told, even if not the total. */
    static void enter(Book book, List<Dimension> by) {
        book.tell(book.cube().cells(Filter.ALL));
        told(book, Filter.ALL, by);
    }

    private static Map<Map<Dimension, String>, @Nullable Integer> told(
            Book book, Filter filter, Collection<Dimension> by) {
        var groups = groups(book.cube(), filter, List.copyOf(by));
        groups.sort(Comparator.comparingInt((Group group) -> group.values().size())
                .thenComparing(Comparator.comparingInt(Group::persons).reversed()));
        var counts = new HashMap<Map<Dimension, String>, @Nullable Integer>();
        for (var group : groups) {
            var count = book.tell(group.cells());
            counts.put(group.values(), count.isEmpty() ? null : count.getAsInt());
        }
        return counts;
    }

    /** In the order of the values, so that the order of rows says nothing. */
    private static List<Group> groups(Cube cube, Filter filter, List<Dimension> by) {
        var groups = new ArrayList<Group>();
        for (var dimension : by) {
            add(groups, cube, filter, List.of(dimension));
        }
        if (by.size() > 1) {
            add(groups, cube, filter, by);
        }
        return groups;
    }

    private static void add(List<Group> groups, Cube cube, Filter filter, List<Dimension> by) {
        var asked = cube.cells(filter);
        for (var values : combinations(cube, by)) {
            var cells = (BitSet) asked.clone();
            var narrow = Filter.ALL;
            for (var value : values.entrySet()) {
                narrow = narrow.with(value.getKey(), value.getValue());
            }
            cells.and(cube.cells(narrow));
            int persons = cube.persons(cells);
            if (persons > 0) {
                groups.add(new Group(values, cells, persons));
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
