package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.gate.QueueRefusals.Refused;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
    private static final int ATTEMPTS = 2;

    private final List<Map<String, Object>> seen = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<Refused> refusals = new CopyOnWriteArrayList<>();
    private volatile boolean recording = true;
    /** How often what stands for the database is still away. */
    private final AtomicInteger outage = new AtomicInteger(1);

    private static final AtomicInteger PARTNERS = new AtomicInteger();
    private static TestBroker broker;

    private final String partner = "office-" + PARTNERS.incrementAndGet();
    private final String in = QueueNames.in(partner);
    private final String dead = QueueNames.dead(partner);
    private CamelContext camel;
    private AddressSettings delivered;

    @BeforeAll
    static void start(@TempDir Path data) {
        broker = new TestBroker(data);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @BeforeEach
    void a_partner_of_its_own() throws Exception {
        delivered = broker.admitInAHurry(partner);
        camel = broker.camel(in, ATTEMPTS, this::record, this::work);
        camel.start();
    }

    @AfterEach
    void leave() {
        camel.stop();
    }

    private void record(Refused refused) {
        refusals.add(refused);
        if (!recording) {
            throw new FaultException(Fault.NOT_RECORDED);
        }
    }

    private void work(Exchange exchange) {
        seen.add(exchange.getMessage().getHeaders());
        var body = String.valueOf(exchange.getMessage().getBody(String.class));
        bodies.add(body);
        switch (body) {
            case "client" -> throw new FaultException(Fault.NOT_PERMITTED);
            case "element" -> throw new FaultException(Fault.INVALID, "weeklyHours");
            case "server" -> {
                if (outage.getAndDecrement() > 0) {
                    throw new FaultException(Fault.UNAVAILABLE);
                }
            }
            case "server, then bug" ->
                throw new FaultException(outage.getAndDecrement() > 0 ? Fault.QUOTA_EXCEEDED : Fault.INTERNAL);
            case "bug" -> throw new IllegalStateException("a text that must not leave");
            default -> exchange.getMessage().setBody("answer");
        }
    }

    @Test
    void a_processed_message_is_gone() throws JMSException {
        send("fine");

        await().until(() -> seen.size() == 1 && broker.depth(in) == 0);
        assertThat(broker.depth(dead)).isZero();
    }

    @Test
    void the_senders_fault_moves_the_message_to_the_dead_letters_at_once() throws JMSException {
        send("client");

        await().until(() -> broker.depth(dead) == 1);
        var letter = letters().get(0);
        assertThat(letter.reason()).isEqualTo("Client.Permission.NotPermitted");
        assertThat(letter.origin()).isEqualTo(in);
        assertThat(seen).hasSize(1);
        assertThat(broker.depth(in)).isZero();
        broker.as(partner, session -> {
            var mine = (TextMessage) session.createBrowser(new ActiveMQQueue(dead))
                    .getEnumeration()
                    .nextElement();
            assertThat(mine.getText()).isEqualTo("client");
            assertThat(mine.getStringProperty("caseReference")).isEqualTo("C-1");
        });
    }

    @Test
    void what_fails_because_of_an_outage_comes_again_until_it_is_over() throws JMSException {
        outage.set(ATTEMPTS);

        send("server");

        // Between two deliveries the broker may count the message nowhere.
        await().until(() -> seen.size() > ATTEMPTS && broker.depth(in) == 0);
        assertThat(seen).hasSize(ATTEMPTS + 1);
        assertThat(seen.get(1)).containsEntry("JMSXDeliveryCount", 2);
        assertThat(broker.depth(dead)).isZero();
        assertThat(delivered.getMaxDeliveryAttempts()).isEqualTo(-1);
        assertThat(delivered.getRedeliveryDelay()).isEqualTo(1_000);
    }

    @Test
    void a_message_at_which_the_hub_fails_comes_again_later_and_in_the_end_to_the_dead_letters() throws JMSException {
        send("bug");

        await().until(() -> broker.depth(dead) == 1);
        assertThat(seen).hasSize(ATTEMPTS);
        assertThat(seen.get(1)).containsEntry("JMSXDeliveryCount", ATTEMPTS);
        assertThat(letters().get(0).reason()).isEqualTo("Server.Internal");
    }

    @Test
    void the_deliveries_of_an_outage_are_no_attempts() throws JMSException {
        send("server, then bug");

        await().until(() -> broker.depth(dead) == 1);
        assertThat(seen).hasSize(1 + ATTEMPTS);
    }

    @Test
    void what_finds_no_room_among_the_dead_letters_stays_where_it_is() throws JMSException {
        broker.fill(dead);
        long before = broker.depth(dead);

        send("client");

        await().until(() -> seen.size() > 2 && broker.depth(in) == 1);
        assertThat(broker.depth(dead)).isEqualTo(before);
    }

    @Test
    void a_bad_message_does_not_hold_up_the_next() throws JMSException {
        outage.set(Integer.MAX_VALUE);

        send("server");
        await().until(() -> bodies.contains("server"));
        send("fine");

        await().until(() -> bodies.contains("fine"));
        assertThat(bodies).filteredOn("fine"::equals).hasSize(1);
        assertThat(broker.depth(dead)).isZero();
    }

    @Test
    void a_dead_letter_can_be_replayed() throws JMSException {
        send("client");
        await().until(() -> broker.depth(dead) == 1);
        var queues = new EmbeddedQueues(broker.broker().server(), (partner, event) -> false);

        assertThat(queues.replay("nonsense")).isFalse();
        assertThat(queues.replay("1")).isFalse();
        assertThat(queues.replay(letters().get(0).messageId())).isTrue();

        await().until(() -> seen.size() == 2 && broker.depth(dead) == 1);
    }

    @Test
    void a_letter_names_the_element_and_the_senders_id_and_keeps_when_it_was_first_sent() throws JMSException {
        var sent = new AtomicLong();
        broker.as(partner, session -> {
            var message = session.createTextMessage("element");
            message.setStringProperty("id", "order-4711");
            message.setLongProperty("kapuSentAt", 1);
            message.setStringProperty("kapuMessageId", "not-mine");
            session.createProducer(new ActiveMQQueue(in)).send(message);
            sent.set(message.getJMSTimestamp());
        });
        await().until(() -> broker.depth(dead) == 1);
        var first = letters().get(0);
        assertThat(first.where()).isEqualTo("weeklyHours");
        assertThat(first.sendersId()).isEqualTo("order-4711");
        assertThat(first.at()).isEqualTo(Instant.ofEpochMilli(sent.get()));

        new EmbeddedQueues(broker.broker().server(), (to, event) -> false).replay(first.messageId());
        await().until(() -> seen.size() == 2 && broker.depth(dead) == 1);

        var again = letters().get(0);
        assertThat(again.messageId()).isNotEqualTo(first.messageId());
        assertThat(again.at()).isEqualTo(first.at());
        assertThat(again.where()).isEqualTo("weeklyHours");
    }

    @Test
    void the_answer_goes_to_the_sender_and_to_nobody_else() throws JMSException {
        // The hub's own user stands for an external broker, whose entry nobody checks.
        sendAsHub("fine", QueueNames.replies(partner));
        sendAsHub("fine", "kapu.out.funding");

        await().until(() -> broker.depth(QueueNames.replies(partner)) == 1 && broker.depth(dead) == 1);
        assertThat(broker.depth("kapu.out.funding")).isZero();
        assertThat(letters().get(0).reason()).isEqualTo("Client.Header.Invalid");
        assertThat(seen).hasSize(1);
        assertThat(refusals)
                .extracting(Refused::queue, Refused::partner, Refused::fault, Refused::bytes)
                .containsExactly(tuple(in, partner, Fault.HEADER_INVALID, 4L));
    }

    @Test
    void a_message_whose_refusal_cannot_be_recorded_is_tried_again() throws JMSException {
        recording = false;

        sendAsHub("fine", "kapu.out.funding");

        await().until(() -> refusals.size() > 2 && broker.depth(in) == 1);
        recording = true;
        await().until(() -> broker.depth(dead) == 1);
        assertThat(letters().get(0).reason()).isEqualTo("Client.Header.Invalid");
        assertThat(seen).isEmpty();
    }

    @Test
    void what_could_steer_camel_is_buried_and_recorded() throws JMSException {
        broker.asHub(hub -> {
            var message = hub.createTextMessage("fine");
            message.setStringProperty("CAMELHttpUri", "x");
            hub.createProducer(new ActiveMQQueue(in)).send(message);
        });

        await().until(() -> broker.depth(dead) == 1);
        assertThat(letters().get(0).reason()).isEqualTo("Client.Header.Reserved");
        assertThat(refusals).extracting(Refused::fault).containsExactly(Fault.HEADER_RESERVED);
        assertThat(seen).isEmpty();
    }

    @Test
    void headers_of_the_hub_do_not_come_in() throws JMSException {
        broker.asHub(hub -> {
            var message = hub.createTextMessage("fine");
            message.setStringProperty("kapuEventId", "x");
            message.setStringProperty("kapu_DOT_reach", "x");
            message.setStringProperty("KapuPartner", "x");
            message.setStringProperty("caseReference", "C-1");
            hub.createProducer(new ActiveMQQueue(in)).send(message);
        });

        await().until(() -> seen.size() == 1);
        assertThat(seen.get(0)).containsEntry("caseReference", "C-1");
        assertThat(seen.get(0).keySet())
                .filteredOn(name -> name.toLowerCase(Locale.ROOT).matches("(camel|kapu).*"))
                .containsOnly("CamelMessageTimestamp"); // which Camel makes of JMSTimestamp
    }

    private void send(String text) throws JMSException {
        broker.as(partner, session -> {
            var message = session.createTextMessage(text);
            message.setStringProperty("caseReference", "C-1");
            session.createProducer(new ActiveMQQueue(in)).send(message);
        });
    }

    private void sendAsHub(String text, String replyTo) throws JMSException {
        broker.asHub(hub -> {
            var message = hub.createTextMessage(text);
            message.setJMSReplyTo(new ActiveMQQueue(replyTo));
            hub.createProducer(new ActiveMQQueue(in)).send(message);
        });
    }

    private List<Queues.DeadLetter> letters() {
        return broker.letters(dead);
    }
}
