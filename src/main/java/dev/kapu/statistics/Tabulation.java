package dev.kapu.statistics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table while it is told, in one turn or several. The total comes first, then margins, and of them and of the rest
 * drop-outs first, the large before the small and the newer entry year before the older: so where a small row cannot be
 * told, the next larger ones are kept back with it until nobody can calculate it (complementary suppression). What others
 * are told between two turns can only keep back more.
 */
final class Tabulation {
    private static final String DROP_OUT = Outcome.LEFT.word();

    private final Filter filter;
    private final List<Dimension> by;
    private final Map<Map<Dimension, String>, @Nullable Integer> counts = new HashMap<>();
    private final Deque<Group> waiting = new ArrayDeque<>();
    private List<Group> groups = List.of();
    private @Nullable Integer total;
    private boolean begun;

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
        if (!begun) {
            var all = book.tell(book.cube().cells(filter));
            total = all.isEmpty() ? null : (Integer) all.getAsInt();
            line(book.cube(), book.threshold());
            begun = true;
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

    /** Without the total. */
    void tellRows(Book book) {
        line(book.cube(), book.threshold());
        waiting.forEach(group -> book.tell(group.cells()));
    }

    private void line(Cube cube, int threshold) {
        groups = groups(cube);
        var later = new ArrayList<>(groups);
        Collections.reverse(later);
        later.stream()
                .sorted(Comparator.comparingInt((Group group) -> group.values().size())
                        .thenComparing(group -> !DROP_OUT.equals(group.values().get(Dimension.OUTCOME)))
                        .thenComparing(Comparator.comparingInt((Group group) -> size(group, threshold))
                                .reversed()))
                .forEach(waiting::add);
    }

    /** Each twice as large as the one before, so that one person more or less changes no order but at its borders. */
    private static int size(Group group, int threshold) {
        return Integer.highestOneBit(group.persons() / threshold);
    }

    /** Of all turns until now. */
    Table told() {
        return new Table(
                total,
                groups.stream()
                        .map(group -> new Table.Row(group.values(), counts.get(group.values())))
                        .toList());
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

    /** Whether or not anybody is there; but not where nobody can be. */
    private void add(List<Group> found, Cube cube, List<Dimension> dimensions) {
        var asked = cube.cells(filter);
        for (var values : Values.combinations(dimensions, cube.term())) {
            var cells = (BitSet) asked.clone();
            values.forEach((dimension, value) -> cells.and(cube.cells(Filter.ALL.with(dimension, value))));
            if (!cells.isEmpty()) {
                found.add(new Group(values, cells, cube.persons(cells)));
            }
        }
    }
}
