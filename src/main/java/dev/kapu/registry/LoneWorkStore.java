package dev.kapu.registry;

import java.time.Duration;
import java.util.Objects;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class LoneWorkStore {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final JdbcTemplate jdbc;

    LoneWorkStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * For the rest of the transaction.
     *
     * @return the number of the session
     */
    int begin(String name) {
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
        return Objects.requireNonNull(jdbc.queryForObject("select pg_backend_pid()", Integer.class));
    }

    /** The statement that the session is at, if it is at one. */
    void cancel(int session) {
        jdbc.queryForObject("select pg_cancel_backend(?)", Boolean.class, session);
    }
}
