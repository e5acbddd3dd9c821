package dev.kapu.demo;

import java.io.IOException;

/** A partner, or one of its desks. */
interface Simulator extends AutoCloseable {
    String name();

    /** Part of the demo's pace. */
    double share();

    /**
     * Does one thing that such a partner does, and waits for the answer.
     *
     * @throws IOException if none came
     */
    Outcome once() throws IOException, InterruptedException;

    @Override
    default void close() {}
}
