package dev.kapu.messaging;

import static org.apache.activemq.artemis.api.core.Message.TEXT_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kapu.fault.Fault;
import dev.kapu.gate.QueueRefusals.Refused;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What says that it is a text and is none, behind the embedded broker. */
@ExtendWith(OutputCaptureExtension.class)
class UnreadableMessagesTest {
    private static final ActiveMQQueue IN = new ActiveMQQueue("kapu.in.card-office");

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<Refused> refusals = new CopyOnWriteArrayList<>();
    private TestBroker broker;
    private CamelContext camel;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        broker = new TestBroker(data);
        camel = new DefaultCamelContext();
        camel.addComponent("jms", CamelJms.component(broker.broker().connections(), 2, true, refusals::add));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("jms:queue:kapu.in.card-office")
                        .process(exchange ->
                                bodies.add(String.valueOf(exchange.getMessage().getBody(String.class))));
            }
        });
    }

    @AfterEach
    void stop() {
        camel.stop();
        broker.close();
    }

    @ParameterizedTest
    @EnumSource
    void it_is_refused_at_the_broker_and_recorded(NoText noText) {
        assertThatThrownBy(() -> broker.as(
                        "card-office", session -> session.createProducer(IN).send(noText.message(session))))
                .hasMessageContaining("Client.Message.Invalid");

        assertThat(broker.depth(IN.getQueueName())).isZero();
        assertThat(broker.refusals).extracting(Refused::fault).containsExactly(Fault.INVALID);
        assertThat(broker.refusals.get(0).partner()).isEqualTo("card-office");
    }

    @Test
    void every_text_is_let_in() throws Exception {
        var large = "large, " + "n".repeat(400_000);
        broker.as("card-office", session -> {
            var producer = session.createProducer(IN);
            producer.send(session.createTextMessage(null));
            for (var text : List.of("", "small", large)) {
                producer.send(session.createTextMessage(text));
            }
        });

        camel.start();

        await().until(() -> bodies.size() == 4);
        assertThat(Set.copyOf(bodies)).isEqualTo(Set.of("null", "", "small", large));
    }

    /** As the journal may hold them from before anybody looked at bodies: the hub's own user is not checked. */
    @Test
    void it_holds_nothing_up_and_nothing_of_it_is_logged(CapturedOutput output) throws Exception {
        broker.asHub(hub -> {
            for (var noText : NoText.values()) {
                hub.createProducer(IN).send(noText.message(hub));
            }
            hub.createProducer(IN).send(hub.createTextMessage("behind it"));
        });

        camel.start();

        await().until(() -> bodies.size() == 1 && broker.depth("kapu.dead.card-office") == NoText.values().length);
        assertThat(bodies).containsExactly("behind it");
        assertThat(refusals)
                .hasSize(NoText.values().length)
                .extracting(Refused::fault)
                .containsOnly(Fault.INVALID);
        assertThat(output.getAll()).doesNotContain("SECRETNAME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JMSType", "JMSCorrelationID", "_AMQ_GROUP_ID", "caseReference"})
    void bytes_where_a_name_belongs_make_no_message_come_for_ever(String property) throws Exception {
        broker.as("card-office", session -> {
            var message = session.createTextMessage("fine");
            ((ActiveMQMessage) message).getCoreMessage().putBytesProperty(property, new byte[] {1});
            session.createProducer(IN).send(message);
        });

        camel.start();

        await().until(() ->
                bodies.size() + broker.depth("kapu.dead.card-office") == 1 && broker.depth(IN.getQueueName()) == 0);
        assertThat(refusals).hasSize((int) broker.depth("kapu.dead.card-office"));
    }

    @Test
    void bytes_for_a_reply_queue_are_refused_and_recorded() {
        assertThatThrownBy(() -> broker.as("card-office", session -> {
                    var message = session.createTextMessage("fine");
                    ((ActiveMQMessage) message).getCoreMessage().putBytesProperty("JMSReplyTo", new byte[] {1});
                    session.createProducer(IN).send(message);
                }))
                .isInstanceOf(JMSException.class)
                .hasMessageContaining("Client.Header.Invalid");
        assertThat(broker.refusals).extracting(Refused::fault).containsExactly(Fault.HEADER_INVALID);
    }

    enum NoText {
        NOTHING(""),
        ENVELOPE("<x/>    "),
        WITHOUT_A_LENGTH("\1\0\0"),
        LONGER_THAN_IT_IS("\1\0\0\0\11x"),
        LONGER_THAN_ALL_MEMORY("\1\177\377\377\377x"),
        OF_A_LENGTH_BELOW_NOTHING("\1\377\377\377\377x"),
        LARGE("<".repeat(300_000));

        private final String body;

        NoText(String body) {
            this.body = body;
        }

        Message message(Session session) throws JMSException {
            var message = session.createBytesMessage();
            message.writeBytes(body.getBytes(StandardCharsets.ISO_8859_1));
            message.setStringProperty("userId", "SECRETNAME");
            ((ActiveMQMessage) message).getCoreMessage().setType(TEXT_TYPE);
            return message;
        }
    }
}
