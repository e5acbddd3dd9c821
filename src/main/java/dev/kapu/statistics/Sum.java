package dev.kapu.statistics;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/** Persons of some columns added up, those of others taken away. */
record Sum(BitSet added, BitSet takenAway) {
    static Sum of(BitSet added) {
        return new Sum(added, new BitSet());
    }

    /** @return 1, −1, or 0 */
    int at(int column) {
        return added.get(column) ? 1 : takenAway.get(column) ? -1 : 0;
    }

    /** @param place of each column; below zero: it is left out */
    Sum placed(IntUnaryOperator place) {
        return new Sum(placed(added, place), placed(takenAway, place));
    }

    private static BitSet placed(BitSet columns, IntUnaryOperator place) {
        var placed = new BitSet();
        columns.stream().map(place).filter(at -> at >= 0).forEach(placed::set);
        return placed;
    }
}
