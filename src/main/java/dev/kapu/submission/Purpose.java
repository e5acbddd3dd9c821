package dev.kapu.submission;

/** What a form is for (K19). */
public enum Purpose {
    REGISTRATION,
    AMENDMENT,
    AFFILIATION
}
