package dev.kapu.systems.submissions;

import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** For a step that works within its transaction for some time without a word to the database, which would end it. */
@Component
class IdleTransactionStore {
    private final JdbcTemplate jdbc;

    IdleTransactionStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds until the transaction ends; the caller keeps to a deadline of its own. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void mayIdle(Duration time) {
        jdbc.queryForObject(
                "select set_config('idle_in_transaction_session_timeout', ?, true)",
                String.class,
                String.valueOf(time.toMillis()));
    }
}
