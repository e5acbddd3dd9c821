package dev.kapu.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shared server, used as if it were somebody else's: a login that owns a database, and no more. */
@HubTest
class ExternalDatabaseTest {
    private static final Database.Login OWNER = new Database.Login("elsewhere_owner", "secret");

    @Autowired
    EmbeddedDatabase server;

    private JdbcClient administrator;

    @BeforeEach
    void somebody_makes_a_database() {
        administrator = JdbcClient.create(server.asSuperuser("postgres"));
        administrator.sql("create role elsewhere_owner login password 'secret'").update();
        administrator.sql("create database elsewhere owner elsewhere_owner").update();
    }

    @AfterEach
    void and_drops_it() {
        administrator.sql("drop database elsewhere").update();
        administrator.sql("drop role elsewhere_owner").update();
    }

    @Test
    void the_owners_login_takes_the_role_of_the_hub_and_keeps_it() {
        administrator.sql("grant kapu_app to elsewhere_owner").update();
        var database = new Database(server.url("elsewhere"), OWNER, OWNER, true);

        Roles.prepareExternal(database.asOwner(), true);

        var app = JdbcClient.create(database.asApp());
        assertThat(currentUser(app)).isEqualTo("kapu_app");
        assertThat(currentUser(JdbcClient.create(database.asOwner()))).isEqualTo("elsewhere_owner");
        assertThatThrownBy(() -> app.sql("create schema mine").update())
                .rootCause()
                .hasMessageContaining("denied");
    }

    @Test
    void an_owner_who_may_not_take_the_role_is_told_what_to_run() {
        var database = new Database(server.url("elsewhere"), OWNER, OWNER, true);

        assertThatThrownBy(() -> Roles.prepareExternal(database.asOwner(), true))
                .isInstanceOfSatisfying(
                        StartupProblem.class,
                        problem -> assertThat(problem.remedy()).contains("grant kapu_app to elsewhere_owner"));
    }

    @Test
    void a_database_that_does_not_answer_is_named_without_its_password() {
        var nowhere = new Database("jdbc:postgresql://127.0.0.1:1/kapu", OWNER, OWNER, true);

        assertThatThrownBy(() -> Roles.prepareExternal(nowhere.asOwner(), true))
                .isInstanceOfSatisfying(
                        StartupProblem.class,
                        problem -> assertThat(problem.problem())
                                .contains("refused")
                                .doesNotContain("secret"));
    }

    @Test
    void nobody_enters_the_embedded_server_without_a_password() {
        assertThatThrownBy(() -> DriverManager.getConnection(server.url("postgres"), "postgres", "")
                        .close())
                .hasMessageContaining("password");
    }

    private static String currentUser(JdbcClient client) {
        return client.sql("select current_user").query(String.class).single();
    }
}
