package dev.kapu.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that a test can take away: connections break, new ones are refused. */
class UnreliableDataSource extends DelegatingDataSource {
    private final List<Connection> open = new CopyOnWriteArrayList<>();
    private volatile boolean gone;

    UnreliableDataSource(DataSource real) {
        super(real);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (gone) {
            throw new SQLNonTransientConnectionException("Connection refused", "08001");
        }
        var connection = super.getConnection();
        open.add(connection);
        return connection;
    }

    void goAway() throws SQLException {
        gone = true;
        for (var connection : open) {
            connection.abort(Runnable::run);
        }
        open.clear();
    }

    void comeBack() {
        gone = false;
    }
}
