package dev.kapu.start;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The two ways in: as owner of the schema, for migrations only, and as the role of the running hub.
 *
 * @param takesRole whether the hub's login is not {@code kapu_app} itself and has to take that role
 */
record Database(String url, Login owner, Login app, boolean takesRole) {
    static final String SCHEMA = "kapu";
    static final String OWNER_ROLE = "kapu_owner";
    static final String APP_ROLE = "kapu_app";

    /** Null where the URL says. */
    record Login(@Nullable String username, @Nullable String password) {}

    DataSource asOwner() {
        return connect(owner, "kapu-owner");
    }

    DataSource asApp() {
        var source = connect(app, "kapu");
        if (takesRole) {
            // As a start-up option and not by SET ROLE: RESET ROLE and DISCARD ALL then lead back to it.
            source.setOptions("-c role=" + APP_ROLE);
        }
        // Details quote the values of a row; exceptions must not carry them.
        source.setLogServerErrorDetail(false);
        source.setPrepareThreshold(1);
        source.setSocketTimeout(300);
        return source;
    }

    private PGSimpleDataSource connect(Login login, String name) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        if (login.username() != null) {
            source.setUser(login.username());
        }
        if (login.password() != null) {
            source.setPassword(login.password());
        }
        source.setCurrentSchema(SCHEMA);
        source.setApplicationName(name);
        source.setReWriteBatchedInserts(true);
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(5);
        return source;
    }
}
