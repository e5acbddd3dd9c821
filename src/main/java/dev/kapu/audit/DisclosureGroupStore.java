package dev.kapu.audit;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores a group of rows by one COPY, which is one durable transaction, over a connection of its own. Not thread-safe.
 * COPY because at sixteen rows it costs the server a quarter less than an INSERT of many rows, at sixty-four a half.
 */
final class DisclosureGroupStore implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DisclosureGroupStore.class);
    private static final long IDLE_NANOS = Duration.ofSeconds(1).toNanos();

    private final DataSource source;
    private final Duration timeout;
    private final DisclosureCopyStore copy = new DisclosureCopyStore(new SecureRandom(), 1 << 16);
    private @Nullable Connection connection;
    private long lastUsed;

    /** @param source of connections with the rights of the running hub */
    DisclosureGroupStore(DataSource source, Duration timeout) {
        this.source = source;
        this.timeout = timeout;
    }

    /** The rows themselves are refused: others may do. */
    static final class RowsRefused extends Exception {
        private final String state;

        private RowsRefused(String state) {
            this.state = state;
        }

        /** All that may be logged: the server's text can quote the row. */
        String state() {
            return state;
        }
    }

    /** Nothing can be stored at present. The rows may, or may not, have been stored. */
    static final class Unavailable extends Exception {
        private final String state;

        private Unavailable(SQLException cause) {
            super(cause.getMessage(), cause);
            state = Objects.requireNonNullElse(cause.getSQLState(), "08000");
        }

        String state() {
            return state;
        }
    }

    void write(List<byte[]> rows) throws RowsRefused, Unavailable {
        try {
            copy.into(connection(), rows);
            lastUsed = System.nanoTime();
        } catch (SQLException e) {
            var state = String.valueOf(e.getSQLState());
            if (concernsRows(state)) {
                throw new RowsRefused(state);
            }
            close();
            throw new Unavailable(e);
        }
    }

    /** Data exceptions, violated constraints, exceeded limits: SQLSTATE classes 22, 23 and 54. */
    private static boolean concernsRows(String state) {
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    private Connection connection() throws SQLException {
        var current = connection;
        if (current != null && System.nanoTime() - lastUsed > IDLE_NANOS && !current.isValid(1)) {
            close();
            current = null;
        }
        if (current == null) {
            current = connect();
            connection = current;
        }
        return current;
    }

    private Connection connect() throws SQLException {
        var fresh = source.getConnection();
        fresh.setAutoCommit(true);
        fresh.setNetworkTimeout(Runnable::run, Math.toIntExact(timeout.toMillis()));
        try (var statement = fresh.createStatement()) {
            // Only upwards: an operator who waits for a standby as well (remote_apply) keeps that.
            statement.execute("select set_config('synchronous_commit', 'on', false)"
                    + " where current_setting('synchronous_commit') = 'off'");
        }
        return fresh;
    }

    @Override
    public void close() {
        var current = connection;
        connection = null;
        if (current != null) {
            try {
                current.close();
            } catch (SQLException e) {
                log.debug("The connection was broken already", e);
            }
        }
    }
}
