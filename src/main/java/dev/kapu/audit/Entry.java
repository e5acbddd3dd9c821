package dev.kapu.audit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A row on its way to the disk, and the caller that waits for it. */
final class Entry {
    private enum State {
        WAITING,
        TAKEN,
        STORED,
        FAILED,
        ABANDONED
    }

    private final byte[] row;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final CountDownLatch settled = new CountDownLatch(1);

    Entry(byte[] row) {
        this.row = row;
    }

    byte[] row() {
        return row;
    }

    /** @return false if the caller has given up: then the row must not be stored */
    boolean take() {
        return state.compareAndSet(State.WAITING, State.TAKEN);
    }

    void settle(boolean stored) {
        state.set(stored ? State.STORED : State.FAILED);
        settled.countDown();
    }

    /** @return whether the row is stored; false also when the time is over */
    boolean awaitStored(long nanos) throws InterruptedException {
        return settled.await(nanos, TimeUnit.NANOSECONDS) && state.get() == State.STORED;
    }

    /** @return whether nobody had taken it yet: then it will never be stored */
    boolean abandon() {
        return state.compareAndSet(State.WAITING, State.ABANDONED);
    }
}
