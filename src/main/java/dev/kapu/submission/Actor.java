package dev.kapu.submission;

/** Who is to act. */
public enum Actor {
    INSTITUTION,
    OFFICE
}
