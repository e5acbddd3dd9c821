package dev.kapu.registry;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Work that takes longer than a request may, and that one node does for all. */
@Component
public class LoneWorkStore {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    LoneWorkStore(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
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
            begin(name);
            return work.get();
        });
    }

    private void begin(String name) {
        var ours = jdbc.queryForObject("""
                select pg_try_advisory_xact_lock(hashtextextended(?, 31))
                  from (select set_config('statement_timeout', ?, true),
                               set_config('idle_in_transaction_session_timeout', ?, true)) as patience
                """, Boolean.class, name, LIMIT.toMillis() + "", LIMIT.toMillis() + "");
        if (!Boolean.TRUE.equals(ours)) {
            throw new CannotAcquireLockException("Somebody else is at it: " + name);
        }
        // The driver would give up before the server; the pool puts it right again.
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            connection.setNetworkTimeout(
                    Runnable::run, Math.toIntExact(LIMIT.plusSeconds(10).toMillis()));
            return true;
        });
    }
}
