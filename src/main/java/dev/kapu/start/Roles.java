package dev.kapu.start;

import static dev.kapu.start.Database.APP_ROLE;
import static dev.kapu.start.Database.OWNER_ROLE;

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
        return new Database(server.url("kapu"), owner, app);
    }

    private static void login(JdbcClient postgres, Database.Login login) {
        if (!exists(postgres, "select 1 from pg_roles where rolname = '" + login.username() + "'")) {
            postgres.sql("create role " + login.username()).update();
        }
        postgres.sql("alter role " + login.username() + " login password '" + login.password() + "'")
                .update();
    }

    static boolean exists(JdbcClient client, String sql) {
        return client.sql(sql).query(Integer.class).optional().isPresent();
    }
}
