package dev.kapu.start;

/** Something to say at the end of the start, after the addresses. */
public interface Greeting {
    /** Lines without indentation; empty for nothing. */
    String text(Addresses addresses);
}
