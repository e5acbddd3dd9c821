package dev.kapu.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One of all hubs on a database dispatches. Leadership is a lock of a database session: it ends with the connection, so
 * with the hub that held it.
 */
class LeaderStore implements AutoCloseable {
    /** Any number, as long as nobody else uses it: "kapu out". */
    private static final long LOCK = 0x6b617075206f7574L;

    private final DataSource dataSource;
    private final long lock;
    private @Nullable Connection session;

    /** @param dataSource gives a connection that nobody else uses or takes back */
    LeaderStore(DataSource dataSource) {
        this(dataSource, LOCK);
    }

    LeaderStore(DataSource dataSource, long lock) {
        this.dataSource = dataSource;
        this.lock = lock;
    }

    /** Asks the database each time; on any doubt no. */
    boolean leads() {
        var held = session;
        try {
            if (held != null && held.isValid(2)) {
                return true;
            }
            close();
            return acquire();
        } catch (SQLException e) {
            close();
            return false;
        }
    }

    private boolean acquire() throws SQLException {
        var connection = dataSource.getConnection();
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, lock);
            try (var row = statement.executeQuery()) {
                if (row.next() && row.getBoolean(1)) {
                    session = connection;
                    return true;
                }
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return false;
    }

    @Override
    public void close() {
        var held = session;
        session = null;
        if (held != null) {
            try {
                held.close();
            } catch (SQLException e) {
                // The server ends the session, and with it the lock, when it notices.
            }
        }
    }
}
