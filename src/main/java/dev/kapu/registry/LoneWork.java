package dev.kapu.registry;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Work that takes longer than a request may, and that one node does for all. */
@Component
public class LoneWork {
    private final LoneWorkStore store;
    private final TransactionTemplate transaction;

    LoneWork(LoneWorkStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * In one transaction, whose statements may take minutes, as may what is done between them. Not for requests.
     *
     * @param name who works under the same one works alone
     * @throws CannotAcquireLockException if somebody else is at it, here or on another node
     */
    public <T extends @Nullable Object> T alone(String name, Supplier<T> work) {
        return transaction.execute(status -> {
            store.begin(name);
            return work.get();
        });
    }
}
