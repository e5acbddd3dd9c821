package dev.kapu;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Several who do something at the same moment. */
public final class AtOnce {
    private AtOnce() {}

    /** @return each time what came of it */
    public static <T> List<T> times(int count, Supplier<T> step) {
        return all(Collections.nCopies(count, step));
    }

    public static <T> List<T> both(Supplier<T> one, Supplier<T> other) {
        return all(List.of(one, other));
    }

    /** @return of each what came of it, in their order */
    public static <T> List<T> all(List<Supplier<T>> steps) {
        var start = new CyclicBarrier(steps.size());
        var threads = Executors.newFixedThreadPool(steps.size());
        try {
            return steps.stream()
                    .map(step -> CompletableFuture.supplyAsync(
                            () -> {
                                await(start);
                                return step.get();
                            },
                            threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await(Patience.MILLIS, TimeUnit.MILLISECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
