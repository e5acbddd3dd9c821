package dev.kapu.statistics;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the counts of a term say that nobody could know who knew everything of all terms before: who is not where a
 * crowd of those is who were always together, or is away, or is back, unlike that crowd. Newcomers deviate wherever they are.
 * Whose past is not followed, or has no crowd any more, does not count here: as if everybody knew (ADR 29).
 */
final class Deviations {
    private final List<Deviation> columns;
    private final int[] persons;

    /**
     * @param cell null: away
     * @param expected the cell of the crowd with the same past; null: away, or of newcomers
     */
    private record Deviation(
            @Nullable Integer cell, @Nullable Integer expected) {}

    /**
     * @param possible cells in which somebody could be: a newcomer, even if nobody is, for none is as little told as few
     * @param threshold so many are a crowd
     */
    Deviations(List<Cube.Part> parts, BitSet possible, int threshold) {
        var crowds = new HashMap<Integer, Cube.Part>();
        for (var part : parts) {
            var past = part.past();
            if (past != null && part.persons() >= threshold) {
                crowds.merge(past, part, Deviations::first);
            }
        }
        var deviating = new LinkedHashMap<Deviation, Integer>();
        for (var part : parts) {
            var past = part.past();
            var crowd = past == null ? null : crowds.get(past);
            if (part.isNew()) {
                deviating.merge(new Deviation(part.cell(), null), part.persons(), Integer::sum);
            } else if (crowd != null && !Objects.equals(crowd.cell(), part.cell())) {
                deviating.merge(new Deviation(part.cell(), crowd.cell()), part.persons(), Integer::sum);
            }
        }
        possible.stream().forEach(cell -> deviating.putIfAbsent(new Deviation(cell, null), 0));
        columns = List.copyOf(deviating.keySet());
        persons = deviating.values().stream().mapToInt(Integer::intValue).toArray();
    }

    /** By their cells and not by how many they are, so that one person more or less makes no other crowd. */
    private static Cube.Part first(Cube.Part one, Cube.Part other) {
        return number(one) <= number(other) ? one : other;
    }

    private static int number(Cube.Part part) {
        var cell = part.cell();
        return cell == null ? -1 : cell;
    }

    /** By how many the number of the cells is other than the one that the crowds make, column by column. */
    Sum of(BitSet cells) {
        var more = new BitSet();
        var less = new BitSet();
        for (int i = 0; i < columns.size(); i++) {
            boolean there = isAmong(cells, columns.get(i).cell());
            boolean wouldBe = isAmong(cells, columns.get(i).expected());
            if (there && !wouldBe) {
                more.set(i);
            } else if (wouldBe && !there) {
                less.set(i);
            }
        }
        return new Sum(more, less);
    }

    private static boolean isAmong(BitSet cells, @Nullable Integer cell) {
        return cell != null && cells.get(cell);
    }

    int[] personsByColumn() {
        return persons.clone();
    }
}
