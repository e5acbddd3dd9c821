package dev.kapu.soap;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

/** Keeps objects that are dear to make and serve one thread at a time. Grows to the greatest concurrency seen. */
final class Pool<T> {
    @FunctionalInterface
    interface Use<T, R, E extends Exception> {
        R with(T borrowed) throws E;
    }

    private final ConcurrentLinkedDeque<T> idle = new ConcurrentLinkedDeque<>();
    private final Supplier<T> maker;

    Pool(Supplier<T> maker) {
        this.maker = maker;
    }

    /** An object whose use failed is dropped, for its state is unknown. */
    <R, E extends Exception> R use(Use<T, R, E> use) throws E {
        var polled = idle.pollFirst();
        T borrowed = polled == null ? maker.get() : polled;
        R result = use.with(borrowed);
        idle.addFirst(borrowed);
        return result;
    }
}
