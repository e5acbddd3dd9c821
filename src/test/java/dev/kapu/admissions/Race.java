package dev.kapu.admissions;

import dev.kapu.fault.FaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several who do something at the same moment. */
final class Race {
    private Race() {}

    /** @return of each: done, or the fault with which it was refused */
    static List<Object> of(Callable<?>... steps) throws Exception {
        var start = new CyclicBarrier(steps.length);
        var executor = Executors.newFixedThreadPool(steps.length);
        try {
            var running = new ArrayList<Future<Object>>();
            for (var step : steps) {
                running.add(executor.submit(() -> {
                    start.await();
                    return outcome(step);
                }));
            }
            var outcomes = new ArrayList<Object>();
            for (var one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        } finally {
            executor.shutdownNow();
        }
    }

    private static Object outcome(Callable<?> step) throws Exception {
        try {
            step.call();
            return "done";
        } catch (FaultException refused) {
            return refused.fault();
        }
    }
}
