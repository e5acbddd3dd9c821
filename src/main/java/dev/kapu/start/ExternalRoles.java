package dev.kapu.start;

import static dev.kapu.start.Database.APP_ROLE;

import java.util.Objects;
import org.postgresql.PGConnection;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The two logins at somebody else's PostgreSQL. That records stay as they are rests on the hub's being no owner, and
 * not on a role that it takes: it could lay that down again.
 */
final class ExternalRoles {
    private ExternalRoles() {}

    /** @return with a login of the running hub that serves: the one configured, else one that the owner makes */
    static Database prepare(Database external) {
        var owner = new JdbcTemplate(external.asOwner());
        var user = reach(owner);
        var database = external.app().username() == null ? external.withApp(made(external, owner, user)) : external;
        requireFit(database, user);
        return database;
    }

    private static String reach(JdbcTemplate owner) {
        try {
            return Objects.requireNonNull(owner.queryForObject("select current_user", String.class));
        } catch (DataAccessException e) {
            throw new StartupProblem(
                    "The external database does not let the hub in: " + said(e),
                    "Check kapu.database.url, kapu.database.username and kapu.database.password.");
        }
    }

    /** Every node of the hub knows the password, and nobody who does not know the owner's already. */
    private static Database.Login made(Database external, JdbcTemplate owner, String user) {
        var ownersPassword = external.owner().password();
        if (ownersPassword == null) {
            throw noLogin(user);
        }
        var app = new Database.Login(APP_ROLE, Secret.derived(ownersPassword, APP_ROLE));
        if (!letsIn(external.withApp(app))) {
            make(owner, app, user);
        }
        return app;
    }

    /** Another's login is left alone: a second hub may be using it. */
    private static void make(JdbcTemplate owner, Database.Login app, String user) {
        var client = JdbcClient.create(owner);
        if (Roles.exists(client, "select 1 from pg_roles where rolname = '" + APP_ROLE + "' and rolcanlogin")) {
            throw noLogin(user);
        }
        try {
            if (!Roles.exists(client, "select 1 from pg_roles where rolname = '" + APP_ROLE + "'")) {
                owner.execute("create role " + APP_ROLE);
            }
            owner.execute((ConnectionCallback<Boolean>) connection -> {
                // As a verifier: the statement may stand in the server's log.
                connection
                        .unwrap(PGConnection.class)
                        .alterUserPassword(
                                APP_ROLE, Objects.requireNonNull(app.password()).toCharArray(), "scram-sha-256");
                return true;
            });
            owner.execute("alter role " + APP_ROLE + " login");
        } catch (DataAccessException e) {
            throw noLogin(user);
        }
    }

    private static StartupProblem noLogin(String user) {
        return new StartupProblem(
                "The running hub has no login at the external database, and " + user + " cannot make one: kapu_app"
                        + " exists already with another password, or " + user
                        + " has no password or may not make roles.",
                "Set kapu.database.app.username=kapu_app and kapu.database.app.password, after the database's"
                        + " administrator has run once: create role kapu_app login password '…';");
    }

    private static boolean letsIn(Database database) {
        try {
            new JdbcTemplate(database.asApp()).execute("select 1");
            return true;
        } catch (DataAccessException refused) {
            return false;
        }
    }

    private static void requireFit(Database database, String owner) {
        boolean becomesOwner;
        boolean maySeeTables;
        try {
            var app = JdbcClient.create(database.asApp());
            becomesOwner = app.sql("select pg_has_role(session_user, cast(? as name), 'member')")
                    .param(owner)
                    .query(Boolean.class)
                    .single();
            maySeeTables = Roles.exists(
                    app,
                    "select 1 from pg_roles where rolname = '" + APP_ROLE
                            + "' and pg_has_role(session_user, oid, 'usage')");
        } catch (DataAccessException e) {
            throw new StartupProblem(
                    "The external database does not let the running hub in: " + said(e),
                    "Check kapu.database.app.username and kapu.database.app.password.");
        }
        if (becomesOwner) {
            throw new StartupProblem(
                    "The login of the running hub can become the owner of the records, who can change them.",
                    "Set kapu.database.app.username to kapu_app or another login that is neither a superuser nor a"
                            + " member of " + owner + ".");
        }
        if (!maySeeTables) {
            throw new StartupProblem(
                    "The login of the running hub does not have the rights of the role kapu_app.",
                    "Set kapu.database.app.username to kapu_app, or have the database's administrator make that role"
                            + " and grant it.");
        }
    }

    private static String said(DataAccessException e) {
        return String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
    }
}
