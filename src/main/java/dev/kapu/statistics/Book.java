package dev.kapu.statistics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;

/** A term while somebody asks about it: every number that leaves passes {@link #tell}. */
final class Book {
    private final Cube cube;
    private final Ledger ledger;
    private final boolean latest;
    private final IntUnaryOperator rounding;
    private final int room;
    private boolean full;
    private final List<BitSet> news = new ArrayList<>();

    /**
     * @param latest false: only what follows from what was told is told again, for the next term builds on it
     * @param room for so many numbers that do not follow from those told before
     */
    Book(Cube cube, Ledger ledger, boolean latest, IntUnaryOperator rounding, int room) {
        this.cube = cube;
        this.ledger = ledger;
        this.latest = latest;
        this.rounding = rounding;
        this.room = room;
    }

    Cube cube() {
        return cube;
    }

    Ledger ledger() {
        return ledger;
    }

    boolean latest() {
        return latest;
    }

    /** How many persons are in the cells, rounded; empty if that must not be told. */
    OptionalInt tell(BitSet cells) {
        var columns = cube.columns(cells);
        boolean open = latest && news.size() < room;
        var verdict =
                open ? ledger.tell(columns) : ledger.knows(columns) ? Ledger.Verdict.KNOWN : Ledger.Verdict.TOO_FINE;
        full |= latest && !open && verdict == Ledger.Verdict.TOO_FINE;
        if (verdict == Ledger.Verdict.TOO_FINE) {
            return OptionalInt.empty();
        }
        if (verdict == Ledger.Verdict.ADDED) {
            news.add(cells);
        }
        return OptionalInt.of(rounding.applyAsInt(cube.persons(cells)));
    }

    /** Whether a number was kept back because the ledger takes no more. */
    boolean full() {
        return full;
    }

    /** What was told now and did not follow from what was told before. */
    List<BitSet> news() {
        return news;
    }
}
