package dev.kapu.workbook;

/** What a column holds; a code is text of which every character counts. */
public enum Kind {
    TEXT,
    DATE,
    CODE,
    ENUMERATION,
    NUMBER
}
