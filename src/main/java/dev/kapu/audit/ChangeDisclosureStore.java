package dev.kapu.audit;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stores one row over the connection of the transaction that is under way. */
@Component
final class ChangeDisclosureStore implements ChangeRecorder {
    /** Until the transaction ends: asynchronous commits are not durable, and a caller waits only so long. */
    private static final String SETTINGS = """
            select set_config('statement_timeout', ?, true),
                   case when current_setting('synchronous_commit') = 'off'
                        then set_config('synchronous_commit', 'on', true) end""";

    private final JdbcTemplate database;
    private final String timeoutMillis;
    private final SecureRandom random = new SecureRandom();

    ChangeDisclosureStore(JdbcTemplate database, AuditProperties properties) {
        this.database = database;
        this.timeoutMillis = Long.toString(properties.timeout().toMillis());
    }

    @Override
    public void recordWithin(DisclosureRecord disclosure) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a change is recorded within its transaction");
        }
        try {
            var row = DisclosureRow.encode(disclosure);
            database.execute((ConnectionCallback<Void>) connection -> store(connection, row));
        } catch (RuntimeException e) {
            throw new FaultException(Fault.NOT_RECORDED);
        }
    }

    private Void store(Connection connection, byte[] row) throws SQLException {
        try (var settings = connection.prepareStatement(SETTINGS)) {
            settings.setString(1, timeoutMillis);
            settings.execute();
        }
        new DisclosureCopyStore(random, row.length + 64).into(connection, List.of(row));
        return null;
    }
}
