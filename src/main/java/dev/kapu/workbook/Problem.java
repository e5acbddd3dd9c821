package dev.kapu.workbook;

import java.util.Locale;

/** What may be wrong with a cell or a column. Texts and remedies are in {@code workbook_*.properties}. */
public enum Problem implements Reason {
    REQUIRED(Severity.ERROR),
    TOO_LONG(Severity.ERROR),
    SHAPE(Severity.ERROR),
    CHECK_DIGIT(Severity.ERROR),
    NOT_A_DATE(Severity.ERROR),
    AMBIGUOUS_DATE(Severity.ERROR),
    YEAR(Severity.ERROR),
    NOT_IN_LIST(Severity.ERROR),
    NOT_A_COUNTRY(Severity.ERROR),
    NOT_A_NUMBER(Severity.ERROR),
    OUT_OF_RANGE(Severity.ERROR),
    DIGITS_LOST(Severity.ERROR),
    BECAME_A_DATE(Severity.ERROR),
    FORMULA(Severity.ERROR),
    ERROR_VALUE(Severity.ERROR),
    ILLEGAL_CHARACTER(Severity.ERROR),
    MERGED(Severity.ERROR),
    ADDRESS_INCOMPLETE(Severity.ERROR),
    NAME_INCOMPLETE(Severity.ERROR),
    OTHER_INSTITUTION(Severity.ERROR),
    NO_MOVEMENT(Severity.ERROR),
    SEVERAL_MOVEMENTS(Severity.ERROR),
    COLUMN_MISSING(Severity.ERROR),
    COLUMN_TWICE(Severity.ERROR),

    ZEROS_RESTORED(Severity.NOTE),
    DATE_RESTORED(Severity.NOTE),
    COLUMN_UNKNOWN(Severity.NOTE),
    COLUMN_ABSENT(Severity.NOTE),
    ROW_HIDDEN(Severity.NOTE),
    SHEET_IGNORED(Severity.NOTE),
    SHEET_HIDDEN(Severity.NOTE);

    private final Severity severity;

    Problem(Severity severity) {
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String text(Locale language) {
        return Texts.of(language, key() + ".text");
    }

    @Override
    public String remedy(Locale language) {
        return Texts.of(language, key() + ".remedy");
    }

    private String key() {
        return "problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
