package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kapu.HubTest;
import dev.kapu.console.Browser;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.movement.AffiliationEnded;
import dev.kapu.scope.Scope;
import dev.kapu.scope.Subject;
import dev.kapu.start.DataDirectory;
import dev.kapu.start.Listeners;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From an event that cannot be read to the partner's queue, by the hub's own dispatcher and an administrator. */
@HubTest
class DeadEventOnConsoleTest {
    private static final String OFFICE = "id-card-office";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Queues queues;

    @Autowired
    Listeners listeners;

    @Autowired
    DataDirectory data;

    @Autowired
    MeterRegistry meters;

    @Autowired
    TransactionTemplate transactions;

    private final EventContracts contracts = new EventContracts();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final String person = TestRegistry.freeId().text();
    private Browser administrator;

    @BeforeEach
    void signIn() {
        administrator = Browser.administrator(listeners, data);
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void leave() {
        root().detachAppender(log);
    }

    @Test
    void an_administrator_sees_why_it_failed_and_sends_it_again_once_it_is_mended() {
        var poisoned = ended();
        var later = ended();
        long before = dead();
        keep(poisoned, "<affiliationEnded>" + person, 9);
        keep(later, contracts.write(contracts.of(later)), 0);

        await().until(() -> outcomes(later).equals(List.of("sent")));
        var letter = letter();
        var page = administrator.get("/console/queues?language=en").body();
        assertThat(page)
                .contains("replay-" + letter.messageId(), "kapu.dead." + OFFICE, "outbox")
                .doesNotContain(person);
        assertThat(dead() - before).isEqualTo(1);
        assertThat(records(poisoned)).isEmpty();

        jdbc.sql("update outbox set body = ? where event_id = ?")
                .params(contracts.write(contracts.of(poisoned)), poisoned.eventId())
                .update();
        administrator.post("/console/queues", "/console/queues/replay", Map.of("letter", letter.messageId()));

        await().until(() -> outcomes(poisoned).equals(List.of("sent")));
        assertThat(records(poisoned)).containsExactly("ANSWERED");
        assertThat(administrator.get("/console/queues").body()).doesNotContain("replay-" + letter.messageId());
        root().detachAppender(log);
        assertThat(log.list).noneMatch(line -> line.getFormattedMessage().contains(person));
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private AffiliationEnded ended() {
        return new AffiliationEnded(
                UUID.randomUUID(),
                Instant.now(),
                new Subject(person, Set.of("040003"), "040003", Set.of(Scope.CARDHOLDERS)),
                "040003",
                "001",
                "compulsory-student",
                TestRegistry.TODAY,
                List.of());
    }

    private void keep(AffiliationEnded event, String body, int failures) {
        transactions.executeWithoutResult(status -> {
            new OutboxStore(jdbc)
                    .add(new Delivery(
                            event.eventId(),
                            "affiliationEnded",
                            OFFICE,
                            event.subject(),
                            "040003",
                            body,
                            event.occurredAt()));
            jdbc.sql("update outbox set own_failures = ? where event_id = ?")
                    .params(failures, event.eventId())
                    .update();
        });
    }

    private Queues.DeadLetter letter() {
        return queues.deadLetters(1_000).stream()
                .filter(letter -> letter.queue().equals("kapu.dead." + OFFICE)
                        && letter.origin().equals("outbox"))
                .findFirst()
                .orElseThrow();
    }

    private long dead() {
        var counter = meters.find("kapu.outbox.dead").tag("partner", OFFICE).counter();
        return counter == null ? 0 : (long) counter.count();
    }

    private List<String> outcomes(AffiliationEnded event) {
        return jdbc.sql("select outcome from outbox_history where event_id = ?")
                .param(event.eventId())
                .query(String.class)
                .list();
    }

    private List<String> records(AffiliationEnded event) {
        return jdbc.sql("select outcome from disclosure where message_id = ?")
                .param(event.eventId().toString())
                .query(String.class)
                .list();
    }
}
