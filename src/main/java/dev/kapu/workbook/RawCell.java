package dev.kapu.workbook;

/** A cell as it stands in the file. */
sealed interface RawCell {
    /** Whether nobody has written anything here: a formula that was dragged down and shows nothing is no value. */
    default boolean isBlank() {
        return false;
    }

    record Text(String text) implements RawCell {
        @Override
        public boolean isBlank() {
            return CleanText.isBlank(text);
        }
    }

    /** @param date whether its format shows it as a date */
    record Numeric(double value, boolean date) implements RawCell {}

    record Flag(boolean value) implements RawCell {}

    /** @param cached the last result that the spreadsheet program has calculated */
    record Formula(String cached) implements RawCell {
        @Override
        public boolean isBlank() {
            return cached.isBlank() || cached.equals("0") || cached.equals("0.0") || cached.startsWith("#");
        }
    }

    /** {@code #N/A} and the like. */
    record Failure(String shown) implements RawCell {}
}
