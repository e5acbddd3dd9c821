package dev.kapu.audit;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores a group of rows by one COPY, which is one durable transaction, over a connection of its own. Not thread-safe.
 * COPY because at sixteen rows it costs the server a quarter less than an INSERT of many rows, at sixty-four a half.
 */
final class DisclosureGroupStore implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DisclosureGroupStore.class);
    private static final String COPY =
            "copy disclosure (" + DisclosureRow.COLUMNS + ") from stdin with (format binary)";
    private static final byte[] HEADER = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] TRAILER = {-1, -1};
    private static final int SALT_BYTES = 16;
    private static final long IDLE_NANOS = Duration.ofSeconds(1).toNanos();

    private final DataSource source;
    private final Duration timeout;
    private final SecureRandom random = new SecureRandom();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream(1 << 16);
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
        private Unavailable(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }

    void write(List<byte[]> rows) throws RowsRefused, Unavailable {
        try {
            var copy = connection().unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            var bytes = join(rows);
            copy.writeToCopy(bytes, 0, bytes.length);
            if (copy.endCopy() != rows.size()) {
                throw new SQLException("COPY stored another number of rows than it was given");
            }
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

    private byte[] join(List<byte[]> rows) {
        var salts = new byte[rows.size() * SALT_BYTES];
        random.nextBytes(salts);
        data.reset();
        data.writeBytes(HEADER);
        for (var i = 0; i < rows.size(); i++) {
            data.writeBytes(rows.get(i));
            data.writeBytes(new byte[] {0, 0, 0, SALT_BYTES});
            data.write(salts, i * SALT_BYTES, SALT_BYTES);
        }
        data.writeBytes(TRAILER);
        return data.toByteArray();
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
