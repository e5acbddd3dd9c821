package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kapu.fault.Fault;
import dev.kapu.gate.QueueRefusals.Refused;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryCheckTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static final ActiveMQQueue IN = new ActiveMQQueue("kapu.in.card-office");
    private static final ActiveMQQueue REQUESTS = new ActiveMQQueue("kapu.requests.IdCards");

    private static TestBroker broker;

    @BeforeAll
    static void start(@TempDir Path data) throws JMSException {
        broker = new TestBroker(data);
        broker.asHub(hub ->
                hub.createConsumer(hub.createQueue("kapu.requests.IdCards")).close());
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @BeforeEach
    void empty() throws JMSException {
        broker.refusals.clear();
        receive(IN);
        receive(REQUESTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kapu.replies.funding",
                "kapu.out.card-office",
                "kapu.in.card-office",
                "kapu.requests.IdCards",
                "activemq.management"
            })
    void an_answer_goes_to_nobody_else(String replyTo) throws JMSException {
        assertThatThrownBy(() -> broker.as("card-office", session -> {
                    var message = session.createTextMessage("<x/>");
                    message.setJMSReplyTo(new ActiveMQQueue(replyTo));
                    session.createProducer(REQUESTS).send(message);
                }))
                .hasMessageContaining("Client.Header.Invalid");
        assertThat(receive(REQUESTS)).isEmpty();
        assertRefused("kapu.requests.IdCards", Fault.HEADER_INVALID);
    }

    @Test
    void an_answer_goes_to_the_senders_own_queue() throws JMSException {
        broker.as("card-office", session -> {
            var message = session.createTextMessage("<x/>");
            message.setJMSReplyTo(new ActiveMQQueue("kapu.replies.card-office"));
            session.createProducer(REQUESTS).send(message);
        });

        var received = receive(REQUESTS).get(0);

        assertThat(received.getJMSReplyTo()).isEqualTo(new ActiveMQQueue("kapu.replies.card-office"));
        assertThat(received.getStringProperty("JMSXUserID")).isEqualTo("card-office");
    }

    @Test
    void java_objects_maps_and_streams_stay_outside() {
        assertThatThrownBy(() -> send(session -> session.createObjectMessage("x")))
                .isInstanceOf(JMSException.class);
        assertThatThrownBy(() -> send(Session::createMapMessage)).isInstanceOf(JMSException.class);
        assertThatThrownBy(() -> send(Session::createStreamMessage)).isInstanceOf(JMSException.class);
        assertThat(broker.depth("kapu.in.card-office")).isZero();
        assertRefused("kapu.in.card-office", Fault.INVALID, Fault.INVALID, Fault.INVALID);
    }

    @Test
    void a_message_may_be_large_but_not_too_large() throws JMSException {
        send(session -> session.createTextMessage("x".repeat(400_000)));

        assertThatThrownBy(() -> send(session -> session.createTextMessage("x".repeat(3_000_000))))
                .hasMessageContaining("Client.Message.TooLarge");

        assertThat(receive(IN)).hasSize(1);
        assertRefused("kapu.in.card-office", Fault.TOO_LARGE);
        assertThat(broker.refusals.get(0).bytes()).isGreaterThan(TestBroker.LARGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kapu.in.card-office", "kapu.out.funding"})
    void a_message_without_end_does_not_fill_the_disk(String queue) {
        var endless = new Zeros(Long.MAX_VALUE);

        assertThatThrownBy(() -> stream(endless, queue)).isInstanceOf(JMSException.class);

        assertThat(endless.read).isBetween(128L * MEGABYTE, 140L * MEGABYTE);
        assertThat(endless.mostOnDisk).isLessThan(2 * TestBroker.LARGEST);
        await().until(() -> broker.largeBytes() == 0);
        assertRefused(queue, Fault.TOO_LARGE);
    }

    @Test
    void a_hundred_megabytes_get_a_clear_fault() {
        var hundred = new Zeros(100L * MEGABYTE);

        assertThatThrownBy(() -> stream(hundred, "kapu.in.card-office"))
                .hasMessageContaining("Client.Message.TooLarge");

        assertThat(hundred.read).isEqualTo(100L * MEGABYTE);
        assertThat(hundred.mostOnDisk).isLessThan(2 * TestBroker.LARGEST);
        await().until(() -> broker.largeBytes() == 0);
        assertRefused("kapu.in.card-office", Fault.TOO_LARGE);
    }

    private static void stream(InputStream body, String queue) throws JMSException {
        broker.as("card-office", session -> {
            var message = session.createBytesMessage();
            message.setObjectProperty("JMS_AMQ_InputStream", body);
            session.createProducer(new ActiveMQQueue(queue)).send(message);
        });
    }

    @Test
    void a_message_that_is_too_large_leaves_nothing_on_the_disk() {
        assertThatThrownBy(() -> send(session -> session.createTextMessage("x".repeat(2_000_000))))
                .hasMessageContaining("Client.Message.TooLarge");

        await().until(() -> broker.largeBytes() == 0);
    }

    private static final class Zeros extends InputStream {
        private final long size;
        private long read;
        private long mostOnDisk;

        Zeros(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            return read(new byte[1], 0, 1) < 0 ? -1 : 0;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (read == size) {
                return -1;
            }
            var more = (int) Math.min(length, size - read);
            read += more;
            mostOnDisk = Math.max(mostOnDisk, broker.largeBytes());
            return more;
        }
    }

    @Test
    void a_compressed_message_stays_outside() {
        try (var factory = new ActiveMQConnectionFactory(
                "tcp://127.0.0.1:" + broker.broker().port() + "?compressLargeMessage=true&minLargeMessageSize=1000")) {
            assertThatThrownBy(() -> {
                        try (var connection = factory.createConnection("card-office", "secret of card-office");
                                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
                            session.createProducer(IN).send(session.createTextMessage("x".repeat(500_000)));
                        }
                    })
                    .hasMessageContaining("Client.Message.Invalid");
            assertRefused("kapu.in.card-office", Fault.INVALID);
        }
    }

    @Test
    void a_refused_message_takes_its_transaction_with_it() {
        assertThatThrownBy(() -> {
                    try (var connection = broker.connect("card-office");
                            var session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
                        session.createProducer(IN).send(session.createTextMessage("<x/>"));
                        session.createProducer(IN).send(session.createMapMessage());
                        session.commit();
                    }
                })
                .isInstanceOf(JMSException.class);
        assertThat(broker.depth("kapu.in.card-office")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CamelJmsDestinationName", "cAMELFoo", "org_DOT_apache_DOT_camel_x"})
    void what_could_steer_camel_is_refused_and_recorded(String property) throws JMSException {
        assertThatThrownBy(() -> broker.as("card-office", session -> {
                    var message = session.createTextMessage("<x/>");
                    message.setStringProperty(property, "kapu.out.funding");
                    session.createProducer(REQUESTS).send(message);
                }))
                .hasMessageContaining("Client.Header.Reserved");
        assertThat(receive(REQUESTS)).isEmpty();
        assertRefused("kapu.requests.IdCards", Fault.HEADER_RESERVED);
    }

    @Test
    void properties_of_hub_and_broker_are_taken_off() throws JMSException {
        send(session -> {
            var message = session.createTextMessage("<x/>");
            message.setStringProperty("kapuEventId", "x");
            message.setStringProperty("KAPUFaultCode", "x");
            message.setStringProperty("_AMQ_ORIG_QUEUE", "kapu.out.funding");
            message.setStringProperty("_AMQ_VALIDATED_USER", "funding");
            message.setStringProperty("caseReference", "stays");
            return message;
        });

        var received = receive(IN).get(0);

        assertThat(names(received)).contains("caseReference");
        assertThat(names(received))
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).matches("(kapu|_amq_orig).*"));
        assertThat(received.getStringProperty("JMSXUserID")).isEqualTo("card-office");
    }

    @Test
    void one_partners_repetition_is_dropped_but_nobody_elses_message() throws JMSException {
        for (var partner : List.of("card-office", "card-office", "funding")) {
            broker.as(partner, session -> {
                var message = session.createTextMessage(partner);
                message.setStringProperty("_AMQ_DUPL_ID", "same");
                session.createProducer(REQUESTS).send(message);
            });
        }

        var senders = new ArrayList<String>();
        for (var message : receive(REQUESTS)) {
            senders.add(message.getStringProperty("JMSXUserID"));
        }
        assertThat(senders).containsExactly("card-office", "funding");
    }

    private static void assertRefused(String queue, Fault... faults) {
        assertThat(broker.refusals).extracting(Refused::fault).containsExactly(faults);
        assertThat(broker.refusals).allSatisfy(refused -> {
            assertThat(refused.queue()).isEqualTo(queue);
            assertThat(refused.partner()).isEqualTo("card-office");
            assertThat(refused.messageId()).startsWith("ID:");
        });
    }

    private static void send(Creator creator) throws JMSException {
        broker.as("card-office", session -> session.createProducer(IN).send(creator.create(session)));
    }

    private static List<Message> receive(ActiveMQQueue queue) throws JMSException {
        var received = new ArrayList<Message>();
        broker.asHub(hub -> {
            var consumer = hub.createConsumer(queue);
            for (var next = consumer.receiveNoWait(); next != null; next = consumer.receiveNoWait()) {
                received.add(next);
            }
        });
        return received;
    }

    private static List<String> names(Message message) throws JMSException {
        var names = new ArrayList<String>();
        for (Object name : Collections.list(message.getPropertyNames())) {
            names.add((String) name);
        }
        return names;
    }

    interface Creator {
        Message create(Session session) throws JMSException;
    }
}
