package dev.kapu.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import java.sql.DriverManager;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The shared server, used as if it were somebody else's: a login that owns a database, one for the hub, and no more. */
@HubTest
class ExternalDatabaseTest {
    private static final Database.Login OWNER = new Database.Login("elsewhere_owner", "secret");
    private static final Database.Login APP = new Database.Login("elsewhere_app", "another secret");
    private static final Database.Login NOBODY = new Database.Login(null, null);

    @Autowired
    EmbeddedDatabase server;

    private JdbcClient administrator;

    @BeforeEach
    void somebody_makes_a_database() {
        administrator = JdbcClient.create(server.asSuperuser("postgres"));
        administrator.sql("create role elsewhere_owner login password 'secret'").update();
        administrator
                .sql("create role elsewhere_app login password 'another secret'")
                .update();
        administrator.sql("create database elsewhere owner elsewhere_owner").update();
    }

    @AfterEach
    void and_drops_it() {
        administrator.sql("drop database elsewhere").update();
        administrator.sql("drop role elsewhere_app, elsewhere_owner").update();
    }

    @Test
    void the_hub_logs_in_as_itself_even_where_the_address_names_the_owner_and_cannot_become_the_owner()
            throws Exception {
        administrator.sql("grant kapu_app to elsewhere_app").update();

        var database = ExternalRoles.prepare(
                Database.external(server.url("elsewhere") + "?user=elsewhere_owner&password=secret", NOBODY, APP));

        assertThat(currentUser(JdbcClient.create(database.asOwner()))).isEqualTo("elsewhere_owner");
        try (var connection = database.asApp().getConnection()) {
            var app = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            app.sql("set role none").update();
            assertThat(currentUser(app)).isEqualTo("elsewhere_app");
            assertThatThrownBy(() -> app.sql("set role elsewhere_owner").update())
                    .rootCause()
                    .hasMessageContaining("denied");
        }
    }

    @Test
    void a_login_of_the_hub_that_can_become_the_owner_stops_the_start() {
        administrator.sql("grant elsewhere_owner to elsewhere_app").update();

        for (var login : new Database.Login[] {OWNER, APP}) {
            assertRefused(new Database(server.url("elsewhere"), OWNER, login))
                    .satisfies(problem -> assertThat(problem.problem()).contains("can become the owner of the records"))
                    .satisfies(problem -> assertThat(problem.remedy()).contains("kapu.database.app.username"));
        }
    }

    @Test
    void a_login_of_the_hub_that_has_no_rights_stops_the_start() {
        assertRefused(new Database(server.url("elsewhere"), OWNER, APP))
                .satisfies(problem -> assertThat(problem.problem()).contains("does not have the rights"));
    }

    @Test
    void an_owner_who_cannot_make_a_login_for_the_hub_is_told_to_name_one() {
        assertRefused(new Database(server.url("elsewhere"), OWNER, NOBODY))
                .satisfies(problem -> assertThat(problem.remedy())
                        .contains("kapu.database.app.password", "create role kapu_app login password"));
    }

    @Test
    void a_database_that_does_not_answer_is_named_without_its_password() {
        assertRefused(new Database("jdbc:postgresql://127.0.0.1:1/kapu", OWNER, APP))
                .satisfies(problem ->
                        assertThat(problem.problem()).contains("refused").doesNotContain("secret"));
    }

    private static AbstractObjectAssert<?, StartupProblem> assertRefused(Database database) {
        return assertThatThrownBy(() -> ExternalRoles.prepare(database))
                .asInstanceOf(InstanceOfAssertFactories.type(StartupProblem.class));
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
