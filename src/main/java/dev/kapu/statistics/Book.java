package dev.kapu.statistics;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** A term while somebody asks about it: every number that leaves passes {@link #tell}. */
final class Book {
    private final Cube cube;
    private final Ledger ledger;
    private final boolean latest;
    private final IntUnaryOperator rounding;
    private final int threshold;
    private final int room;
    private boolean full;
    private final Set<BitSet> entries = new LinkedHashSet<>();

    /**
     * @param ledger by how much the numbers told of this term are other than all earlier terms together could foretell
     * @param latest false: only what follows from what was told is told again
     * @param threshold fewer are never told
     * @param room for so many numbers that do not follow from those told before
     */
    Book(Cube cube, Ledger ledger, boolean latest, IntUnaryOperator rounding, int threshold, int room) {
        this.cube = cube;
        this.ledger = ledger;
        this.latest = latest;
        this.rounding = rounding;
        this.threshold = threshold;
        this.room = room;
    }

    Cube cube() {
        return cube;
    }

    boolean latest() {
        return latest;
    }

    int threshold() {
        return threshold;
    }

    /** How many persons are in the cells, rounded; empty if that must not be told, for they are few or nobody. */
    OptionalInt tell(BitSet cells) {
        return mayBeTold(cells) ? OptionalInt.of(rounding.applyAsInt(cube.persons(cells))) : OptionalInt.empty();
    }

    private boolean mayBeTold(BitSet cells) {
        var deviations = cube.deviations().of(cells);
        if (!latest || entries.size() >= room) {
            boolean follows = ledger.knows(deviations);
            full |= latest && !follows;
            return follows;
        }
        // Fewer never follow from what was told, and need not be judged; but where nobody can be, it is no secret.
        if (cube.persons(cells) < threshold && !cells.isEmpty()) {
            return false;
        }
        var verdict = ledger.tell(deviations);
        if (verdict == Ledger.Verdict.ADDED) {
            entries.add(cells);
        }
        return verdict != Ledger.Verdict.TOO_FINE;
    }

    /** Whether a number was kept back because the ledger takes no more. */
    boolean full() {
        return full;
    }

    /** What was told now and has to be known from now on. */
    Set<BitSet> entries() {
        return entries;
    }
}
