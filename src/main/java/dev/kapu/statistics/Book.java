package dev.kapu.statistics;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** A term while somebody asks about it: every number that leaves passes {@link #tell}. */
final class Book {
    private final Cube cube;
    private final Ledger known;
    private final Ledger news;
    private final boolean latest;
    private final IntUnaryOperator rounding;
    private final int room;
    private final boolean entersAll;
    private boolean full;
    private final Set<BitSet> entries = new LinkedHashSet<>();

    /**
     * @param known what was told of this term and the one before: what follows from it may be told again
     * @param news by how much the numbers told of this term are other than all earlier terms together could foretell
     * @param latest false: only what follows from what was told is told again, for the next term builds on it
     * @param room for so many numbers that do not follow from those told before
     * @param entersAll also what follows from the term before, so that it is known at the next
     */
    Book(Cube cube, Ledger known, Ledger news, boolean latest, IntUnaryOperator rounding, int room, boolean entersAll) {
        this.cube = cube;
        this.known = known;
        this.news = news;
        this.latest = latest;
        this.rounding = rounding;
        this.room = room;
        this.entersAll = entersAll;
    }

    Cube cube() {
        return cube;
    }

    boolean latest() {
        return latest;
    }

    /** How many persons are in the cells, rounded; empty if that must not be told. */
    OptionalInt tell(BitSet cells) {
        boolean follows = known.knows(cube.columns(cells));
        if (!follows && !tellsAnew(cells)) {
            return OptionalInt.empty();
        }
        if (!follows || entersAll) {
            entries.add(cells);
        }
        return OptionalInt.of(rounding.applyAsInt(cube.persons(cells)));
    }

    /** Of what all earlier terms could foretell nothing is new, but it was not told: so it must stay untold. */
    private boolean tellsAnew(BitSet cells) {
        boolean open = latest && entries.size() < room;
        full |= latest && !open;
        if (!open || news.tell(cube.deviations().of(cells)) != Ledger.Verdict.ADDED) {
            return false;
        }
        known.know(cube.columns(cells));
        return true;
    }

    /** Whether a number was kept back because the ledgers take no more. */
    boolean full() {
        return full;
    }

    /** What was told now and has to be known from now on. */
    Set<BitSet> entries() {
        return entries;
    }
}
