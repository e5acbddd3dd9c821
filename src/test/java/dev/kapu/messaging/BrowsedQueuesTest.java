package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kapu.ExternalArtemis;
import dev.kapu.Patience;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** An external broker that knows the card office, and not yet the partner called newcomer. */
class BrowsedQueuesTest {
    private static ExternalArtemis broker;
    private static ActiveMQConnectionFactory hub;
    private static Queues queues;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        broker = ExternalArtemis.start(data);
        hub = Connections.to(broker.addressForHub());
        queues = new BrowsedQueues(
                hub, new Partners(), (partner, event) -> event.equals("known"), () -> Set.of("IdCards"));
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
        broker.close();
    }

    @Test
    void waiting_requests_are_counted_too() {
        send("kapu.requests.IdCards", 2);

        assertThat(state("kapu.requests.IdCards").depth()).isEqualTo(2);
    }

    @Test
    void counting_ends_somewhere_and_says_so() {
        send("kapu.out.id-card-office", 1_001);

        var state = state("kapu.out.id-card-office");

        assertThat(state.depth()).isEqualTo(1_000).isEqualTo(state.countedTo());
        assertThat(state.deadLetters()).isZero();
        assertThat(state.oldest()).isNotNull();
    }

    @Test
    void of_large_messages_fewer_are_fetched_to_be_counted() {
        send("kapu.replies.id-card-office", 12, "x".repeat(1_000_000));

        var state = state("kapu.replies.id-card-office");

        assertThat(state.depth()).isEqualTo(10).isEqualTo(state.countedTo());
    }

    @Test
    void the_more_was_fetched_to_be_counted_the_longer_it_counts() {
        send("kapu.in.id-card-office", 4, "x".repeat(1_000_000));
        assertThat(state("kapu.in.id-card-office").depth()).isEqualTo(4);

        send("kapu.in.id-card-office", 1);

        assertThat(state("kapu.in.id-card-office").depth()).isEqualTo(4);
    }

    @Test
    void what_cannot_be_looked_into_is_unknown_and_not_empty() {
        var state = state("kapu.in.newcomer");

        assertThat(state.depth()).isEqualTo(-1);
        assertThat(state.deadLetters()).isEqualTo(-1);
    }

    @Test
    void the_watch_neither_measures_nor_alarms_what_is_unknown() {
        var meters = new SimpleMeterRegistry();
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        ((Logger) LoggerFactory.getLogger(BrokerWatch.class)).addAppender(log);

        new BrokerWatch(queues, meters).run();

        assertThat(log.list).isEmpty();
        assertThat(meters.find("kapu.queue.depth")
                        .tag("queue", "kapu.dead.newcomer")
                        .gauge())
                .isNull();
        assertThat(meters.find("kapu.queue.depth")
                        .tag("queue", "kapu.dead.id-card-office")
                        .gauge())
                .isNotNull();
    }

    @Test
    void the_letter_of_an_event_goes_when_the_outbox_has_its_event() {
        for (var event : List.of("unknown", "known")) {
            try (var context = hub.createContext()) {
                context.createProducer()
                        .setProperty("kapuOrigin", "outbox")
                        .setProperty("kapuEventId", event)
                        .send(context.createQueue("kapu.dead.id-card-office"), "");
            }
        }
        var letters = queues.deadLetters(10);

        assertThat(letters)
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.origin()).isEqualTo("outbox"))
                .allSatisfy(letter ->
                        assertThat(queues.deadLetter(letter.messageId())).contains(letter));
        assertThat(queues.deadLetter("x' or '1' = '1")).isEmpty();
        assertThat(queues.replay(letters.get(0).messageId())).isFalse();
        assertThat(queues.replay(letters.get(1).messageId())).isTrue();

        assertThat(queues.deadLetters(10))
                .extracting(Queues.DeadLetter::messageId)
                .containsExactly(letters.get(0).messageId());
        takeAway("kapu.dead.id-card-office");
    }

    @Test
    void an_event_that_its_partner_gave_back_is_known_by_its_id_and_kind() {
        var event = UUID.randomUUID().toString();
        try (var context = hub.createContext()) {
            context.createProducer()
                    .setProperty("_AMQ_ORIG_QUEUE", "kapu.out.id-card-office")
                    .setProperty("_AMQ_DUPL_ID", event)
                    .setJMSType("affiliationEnded")
                    .send(context.createQueue("kapu.dead.id-card-office"), "<x/>");
        }

        assertThat(queues.deadLetters(10)).singleElement().satisfies(letter -> {
            assertThat(letter.givenBack()).isTrue();
            assertThat(letter.sendersId()).isEqualTo(event);
            assertThat(letter.eventKind()).isEqualTo("affiliationEnded");
        });
        takeAway("kapu.dead.id-card-office");
    }

    private static Queues.QueueState state(String queue) {
        return queues.all().stream()
                .filter(state -> state.name().equals(queue))
                .findFirst()
                .orElseThrow();
    }

    private static void send(String queue, int messages) {
        send(queue, messages, "<x/>");
    }

    private static void send(String queue, int messages, String text) {
        try (var context = hub.createContext()) {
            var producer = context.createProducer();
            for (int i = 0; i < messages; i++) {
                producer.send(context.createQueue(queue), text);
            }
        }
    }

    private static void takeAway(String queue) {
        try (var context = hub.createContext();
                var consumer = context.createConsumer(context.createQueue(queue))) {
            assertThat(consumer.receive(Patience.MILLIS)).isNotNull();
        }
    }

    private record Partners() implements BrokerUsers {
        @Override
        public Set<String> names() {
            return Set.of("id-card-office", "newcomer");
        }

        @Override
        public boolean authentic(String partner, String secret) {
            return false;
        }
    }
}
