package dev.kapu.start;

import static dev.kapu.start.Database.APP_ROLE;
import static dev.kapu.start.Database.OWNER_ROLE;

import javax.sql.DataSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Roles belong to the database server and not to the schema: they are made before the migrations. */
final class Roles {
    private Roles() {}

    /** Passwords are new at each start: nobody else needs them. */
    static Database prepare(EmbeddedDatabase server) {
        var postgres = JdbcClient.create(server.asSuperuser("postgres"));
        var owner = new Database.Login(OWNER_ROLE, Secret.random());
        var app = new Database.Login(APP_ROLE, Secret.random());
        login(postgres, owner);
        login(postgres, app);
        if (!exists(postgres, "select 1 from pg_database where datname = 'kapu'")) {
            postgres.sql("create database kapu owner kapu_owner").update();
            postgres.sql("revoke all on database kapu from public").update();
            postgres.sql("grant connect on database kapu to kapu_app").update();
        }
        return new Database(server.url("kapu"), owner, app, false);
    }

    private static void login(JdbcClient postgres, Database.Login login) {
        if (!exists(postgres, "select 1 from pg_roles where rolname = '" + login.username() + "'")) {
            postgres.sql("create role " + login.username()).update();
        }
        postgres.sql("alter role " + login.username() + " login password '" + login.password() + "'")
                .update();
    }

    /** The role of the hub must exist, and where the hub has no login of its own, the owner's must be able to take it. */
    static void prepareExternal(DataSource owner, boolean takesRole) {
        var database = JdbcClient.create(owner);
        var user = reach(database);
        try {
            if (!exists(database, "select 1 from pg_roles where rolname = '" + APP_ROLE + "'")) {
                database.sql("create role " + APP_ROLE + " nologin").update();
            }
            if (takesRole && !exists(database, "select 1 where pg_has_role('" + APP_ROLE + "', 'set')")) {
                database.sql("grant " + APP_ROLE + " to current_user").update();
            }
        } catch (DataAccessException e) {
            throw new StartupProblem(
                    "The database's login " + user + " may not make the role kapu_app or take it.",
                    "Have the database's administrator run once: create role kapu_app nologin; grant kapu_app to "
                            + user + ";");
        }
    }

    private static String reach(JdbcClient database) {
        try {
            return database.sql("select current_user").query(String.class).single();
        } catch (DataAccessException e) {
            throw new StartupProblem(
                    "The external database does not let the hub in: "
                            + NestedExceptionUtils.getMostSpecificCause(e).getMessage(),
                    "Check kapu.database.url, kapu.database.username and kapu.database.password.");
        }
    }

    private static boolean exists(JdbcClient client, String sql) {
        return client.sql(sql).query(Integer.class).optional().isPresent();
    }
}
