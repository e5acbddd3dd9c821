package dev.kapu.start;

import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.SslMode;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * The two ways in: as owner of the schema, for migrations only, and as the running hub, whose login cannot become the
 * owner.
 *
 * @param url without a login, which would go before the two
 */
record Database(String url, Login owner, Login app) {
    static final String SCHEMA = "kapu";
    static final String OWNER_ROLE = "kapu_owner";
    static final String APP_ROLE = "kapu_app";

    private static final String TIMEOUTS =
            "-c statement_timeout=15s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s";

    record Login(@Nullable String username, @Nullable String password) {}

    /** @param owner for what the URL does not say */
    static Database external(String url, Login owner, Login app) {
        var said = Driver.parseURL(url, new Properties());
        var login = said == null
                ? owner
                : new Login(
                        said.getProperty(PGProperty.USER.getName(), owner.username()),
                        said.getProperty(PGProperty.PASSWORD.getName(), owner.password()));
        return new Database(url.replaceAll("(?<=[?&])(user|password)=[^&]*&?", ""), login, app);
    }

    Database withApp(Login app) {
        return new Database(url, owner, app);
    }

    /** Whether others on the way to the server could read along: the driver's default falls back to clear text. */
    boolean isReadableOnTheWay() {
        var parsed = Driver.parseURL(url, new Properties());
        try {
            return parsed != null
                    && !Loopback.isOnly(parsed.getProperty(PGProperty.PG_HOST.getName(), "localhost"))
                    && !SslMode.of(parsed).requireEncryption();
        } catch (PSQLException unknownMode) {
            return true;
        }
    }

    DataSource asOwner() {
        return connect(owner, new Properties());
    }

    DataSource asApp() {
        var properties = new Properties();
        PGProperty.OPTIONS.set(properties, TIMEOUTS);
        PGProperty.PREPARE_THRESHOLD.set(properties, 1);
        // A server that has vanished without a word, as in a failover, must not hold the pool's connections for long.
        PGProperty.SOCKET_TIMEOUT.set(properties, 20);
        return connect(app, properties);
    }

    private DataSource connect(Login login, Properties properties) {
        PGProperty.USER.set(properties, login.username());
        PGProperty.PASSWORD.set(properties, login.password());
        PGProperty.CURRENT_SCHEMA.set(properties, SCHEMA);
        PGProperty.APPLICATION_NAME.set(properties, "kapu");
        // Details quote the values of a row; exceptions must not carry them.
        PGProperty.LOG_SERVER_ERROR_DETAIL.set(properties, false);
        PGProperty.REWRITE_BATCHED_INSERTS.set(properties, true);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.CONNECT_TIMEOUT.set(properties, 5);
        return new SimpleDriverDataSource(new Driver(), url, properties);
    }
}
