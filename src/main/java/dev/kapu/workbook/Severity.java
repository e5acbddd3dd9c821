package dev.kapu.workbook;

/** An error keeps its row out; a note says what was done for the user. */
public enum Severity {
    NOTE,
    ERROR
}
