package dev.kapu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.Patience;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A recorder of the test's own, on the shared hub's database. */
@HubTest
class GroupCommitTest {
    @Autowired
    @Qualifier("unpooled")
    DataSource source;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Autowired
    DisclosureStore store;

    @Autowired
    JdbcClient database;

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final ExecutorService callers = Executors.newFixedThreadPool(32);
    private final String messageId = UUID.randomUUID().toString();
    private UnreliableDataSource unreliable;
    private RecordDoor door;
    private GroupCommitRecorder recorder;

    @BeforeEach
    void start() {
        unreliable = new UnreliableDataSource(source);
        door = new RecordDoor(
                new RecordTrialStore(source, Duration.ofSeconds(5)), Duration.ofSeconds(5), Clock.systemUTC());
        recorder = recorder(Patience.LIMIT);
    }

    @AfterEach
    void stop() throws InterruptedException {
        callers.shutdownNow();
        recorder.close();
    }

    @Test
    void many_callers_share_a_commit() throws Exception {
        for (var each : callers.invokeAll(calls(2_000))) {
            each.get();
        }

        assertThat(rows()).isEqualTo(2_000);
        assertThat(meters.get("kapu.audit.group").summary().totalAmount()).isEqualTo(2_000);
        assertThat(meters.get("kapu.audit.commit").timer().count()).isLessThan(1_000);
    }

    @Test
    void without_a_database_nothing_is_recorded_and_the_caller_hears_so_at_once() throws Exception {
        recorder.record(Disclosures.answered(messageId));
        unreliable.goAway();
        var started = Instant.now();

        assertNotRecorded(Disclosures.answered(messageId));
        assertNotRecorded(Disclosures.answered(messageId));

        assertThat(Duration.between(started, Instant.now())).isLessThan(Patience.LIMIT);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void it_recovers_by_itself() throws Exception {
        unreliable.goAway();
        assertNotRecorded(Disclosures.answered(messageId));
        unreliable.comeBack();

        recorder.record(Disclosures.answered(messageId));

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void the_door_is_shut_from_a_failed_record_to_the_next_stored_one() throws Exception {
        unreliable.goAway();
        assertNotRecorded(Disclosures.answered(messageId));
        assertThat(door.refusal()).contains("08001");
        unreliable.comeBack();

        recorder.record(Disclosures.answered(messageId));

        assertThat(door.refusal()).isEmpty();
    }

    @Test
    void a_connection_that_broke_while_idle_is_not_noticed() throws Exception {
        recorder.record(Disclosures.answered(messageId));
        await().pollDelay(Duration.ofMillis(1_100)).until(() -> true);
        unreliable.goAway();
        unreliable.comeBack();

        recorder.record(Disclosures.answered(messageId));

        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void a_record_that_the_database_refuses_fails_alone() throws Exception {
        var beyondItsCalendar = Instant.parse("+294277-01-01T00:00:00Z");
        var calls = calls(200);
        calls.add(100, call(recorder, Disclosures.answered(messageId, "clerk", beyondItsCalendar)));

        var failed = callers.invokeAll(calls).stream()
                .filter(GroupCommitTest::failed)
                .count();

        assertThat(failed).isEqualTo(1);
        assertThat(rows()).isEqualTo(200);
    }

    @Test
    void a_record_without_what_it_must_have_is_refused() {
        assertNotRecorded(Disclosures.answered(messageId, "clerk", Instant.MAX));
    }

    @Test
    void a_caller_whose_time_is_over_leaves_nothing_behind() throws Exception {
        try (var owned = owner.getConnection();
                var statement = owned.createStatement();
                var impatient = recorder(Duration.ofMillis(300))) {
            owned.setAutoCommit(false);
            statement.execute("lock table disclosure in access exclusive mode");

            var results = callers.invokeAll(IntStream.range(0, 8)
                    .mapToObj(number -> call(impatient, Disclosures.answered(messageId)))
                    .toList());

            assertThat(results).allMatch(GroupCommitTest::failed);
        }
        assertThat(rows()).isZero();
    }

    @Test
    void what_waits_at_the_end_is_still_stored() throws Exception {
        var results = calls(500).stream().map(callers::submit).toList();
        await().until(() -> rows() > 0);

        recorder.close();

        var answered = results.stream().filter(each -> !failed(each)).count();
        assertThat(rows()).isEqualTo(answered);
        assertNotRecorded(Disclosures.answered(messageId));
    }

    @Test
    void an_interrupted_caller_is_refused_and_stays_interrupted() {
        Thread.currentThread().interrupt();

        assertNotRecorded(Disclosures.answered(messageId));

        assertThat(Thread.interrupted()).isTrue();
        assertThatCode(() -> recorder.record(Disclosures.answered(messageId))).doesNotThrowAnyException();
    }

    private GroupCommitRecorder recorder(Duration timeout) {
        var properties = new AuditProperties(timeout, 1, 512, Duration.ofMillis(1), 10_000);
        return new GroupCommitRecorder(
                properties,
                store,
                queue -> new GroupWriter(
                        queue, new DisclosureGroupStore(unreliable, timeout), properties, door, meters));
    }

    private List<Callable<Void>> calls(int count) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(number -> call(recorder, Disclosures.answered(messageId)))
                .toList());
    }

    private static Callable<Void> call(Recorder recorder, DisclosureRecord disclosure) {
        return () -> {
            recorder.record(disclosure);
            return null;
        };
    }

    private static boolean failed(Future<Void> result) {
        try {
            result.get();
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertNotRecorded(DisclosureRecord disclosure) {
        assertThatThrownBy(() -> recorder.record(disclosure))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault()).isEqualTo(Fault.NOT_RECORDED));
    }

    private long rows() {
        return database.sql("select count(*) from disclosure where message_id = ?")
                .param(messageId)
                .query(Long.class)
                .single();
    }
}
