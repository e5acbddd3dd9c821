package dev.kapu.submission;

/** Whose data a form holds (K19). */
public enum Role {
    STUDENT,
    STAFF
}
