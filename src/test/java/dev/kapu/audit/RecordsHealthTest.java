package dev.kapu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.SettableClock;
import dev.kapu.audit.DisclosureRecord.Outcome;
import dev.kapu.console.Browser;
import dev.kapu.start.DataDirectory;
import dev.kapu.start.Listeners;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** K21: while records cannot be written nothing is answered, and whoever looks after the hub sees it. */
@HubTest
class RecordsHealthTest {
    /** More than a page has room for. */
    private static final int SOME = 60;

    @Autowired
    Listeners listeners;

    @Autowired
    DataDirectory data;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Autowired
    @Qualifier("unpooled")
    DataSource source;

    @Autowired
    JdbcClient database;

    @Test
    void a_table_that_refuses_records_shuts_the_door_for_probes_and_on_the_console() {
        var prober = new Browser(listeners.http().orElseThrow());
        var console = Browser.administrator(listeners, data);

        try (var broken = RefusingTable.only(owner, RecordTrialStore.MESSAGE_ID, Outcome.REFUSED)) {
            await().untilAsserted(() ->
                    assertThat(prober.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"DOWN\"}"));
            assertThat(prober.get("/actuator/health/door").statusCode()).isEqualTo(503);
            assertThat(console.get("/console?language=en").body())
                    .contains("The door is shut", "The table of records refuses them.", "SQLSTATE 23514");
            assertThat(console.get("/console?language=hu").body()).contains("A kapu zárva van");
        }

        await().untilAsserted(() ->
                assertThat(prober.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}"));
        assertThat(console.get("/console?language=en").body()).doesNotContain("The door is shut");
    }

    @Test
    void a_database_that_takes_no_changes_is_told_from_one_that_is_gone() throws SQLException {
        var unreliable = new UnreliableDataSource(source);
        var gone = new RecordTrialStore(unreliable, Duration.ofSeconds(5));
        var readOnly = new RecordTrialStore(
                new DelegatingDataSource(source) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        var connection = super.getConnection();
                        try (var statement = connection.createStatement()) {
                            statement.execute("set default_transaction_read_only = on");
                        }
                        return connection;
                    }
                },
                Duration.ofSeconds(5));
        unreliable.goAway();

        assertThat(readOnly.refusal(1)).contains("25006");
        assertThat(gone.refusal(1)).contains("08001");
        unreliable.comeBack();
        assertThat(gone.refusal(1)).isEmpty();
    }

    @Test
    void after_a_refused_record_a_page_with_room_for_some_does_not_open_the_door() {
        var clock = new SettableClock(Instant.now());
        var door = new RecordDoor(new RecordTrialStore(source, Duration.ofSeconds(5)), Duration.ofSeconds(5), clock);

        try (var full = RefusingTable.full(owner, RecordTrialStore.MESSAGE_ID, SOME)) {
            assertThat(door.refusal())
                    .as("one fits, and nothing was refused yet")
                    .isEmpty();
            door.failed("53100");
            clock.advance(Duration.ofSeconds(11));
            assertThat(door.refusal()).contains("53100");
            door.stored();
            clock.advance(Duration.ofSeconds(11));
            assertThat(door.refusal()).as("one more has found room").contains("53100");
        }

        clock.advance(Duration.ofSeconds(11));
        assertThat(door.refusal()).isEmpty();
    }

    @Test
    void a_trial_leaves_no_record() {
        assertThat(new RecordTrialStore(source, Duration.ofSeconds(5)).refusal(RecordTrialStore.MORE_THAN_A_PAGE))
                .isEmpty();

        assertThat(database.sql("select count(*) from disclosure where message_id = :id")
                        .param("id", RecordTrialStore.MESSAGE_ID)
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
