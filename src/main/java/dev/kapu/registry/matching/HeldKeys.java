package dev.kapu.registry.matching;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The keys that a transaction keeps others away from, given back just before it commits. */
@Component
class HeldKeys {
    private final MatchingStore store;

    HeldKeys(MatchingStore store) {
        this.store = store;
    }

    /** Within a transaction only; one that holds everybody holds these already. */
    void take(long[] keys) {
        if (!isBound(Everybody.class)) {
            bind(Release.class, new Release(store));
            store.hold(keys);
        }
    }

    /** Within a transaction only. */
    void takeAll() {
        bind(Everybody.class, new Everybody());
        store.holdEverybody();
    }

    private static void bind(Class<?> kind, TransactionSynchronization held) {
        if (!isBound(kind)) {
            TransactionSynchronizationManager.registerSynchronization(held);
        }
    }

    private static boolean isBound(Class<?> kind) {
        return TransactionSynchronizationManager.getSynchronizations().stream().anyMatch(kind::isInstance);
    }

    private record Everybody() implements TransactionSynchronization {}

    private record Release(MatchingStore store) implements TransactionSynchronization {
        @Override
        public void beforeCommit(boolean readOnly) {
            store.release();
        }
    }
}
