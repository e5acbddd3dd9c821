package dev.kapu.workbook;

/** A cell as it stands in the file. */
sealed interface RawCell {
    record Text(String text) implements RawCell {}

    /** @param date whether its format shows it as a date */
    record Numeric(double value, boolean date) implements RawCell {}

    record Flag(boolean value) implements RawCell {}

    /** @param cached the last result that the spreadsheet program has calculated */
    record Formula(String cached) implements RawCell {}

    /** {@code #N/A} and the like. */
    record Failure(String shown) implements RawCell {}
}
