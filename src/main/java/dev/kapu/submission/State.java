package dev.kapu.submission;

/** How far a submission has come; {@link Lifecycle} says what may follow what. */
public enum State {
    RECEIVED,
    AUTHENTICATED,
    ACCEPTED,
    REFUSED,
    WITHDRAWN
}
