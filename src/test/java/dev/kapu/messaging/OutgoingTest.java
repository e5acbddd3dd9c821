package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutgoingTest {
    private TestBroker broker;
    private CamelContext camel;

    @BeforeEach
    void start(@TempDir Path data) {
        broker = new TestBroker(data);
        camel = camel();
    }

    private CamelContext camel() {
        var context = new DefaultCamelContext();
        context.addComponent("jms", CamelJms.component(broker.broker().connections(), 10, true, refused -> {}));
        context.start();
        return context;
    }

    @AfterEach
    void stop() {
        camel.stop();
        broker.close();
    }

    private void send(String body, Map<String, Object> headers) {
        try (var template = camel.createProducerTemplate()) {
            template.sendBodyAndHeaders("jms:queue:kapu.out.card-office", body, headers);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void an_event_sent_twice_arrives_once() throws JMSException {
        send("first", Map.of("kapuEventId", "e-1"));
        send("again", Map.of("kapuEventId", "e-1"));
        send("other", Map.of("kapuEventId", "e-2"));

        assertThat(texts(receive())).containsExactly("first", "other");
    }

    @Test
    void an_event_sent_again_after_a_restart_still_arrives_once() throws JMSException {
        send("first", Map.of("kapuEventId", "e-1"));
        camel.stop();
        broker.restart();
        camel = camel();
        send("again", Map.of("kapuEventId", "e-1"));

        assertThat(texts(receive())).containsExactly("first");
    }

    @Test
    void the_same_event_reaches_each_partner() {
        send("mine", Map.of("kapuEventId", "e-1"));
        try (var template = camel.createProducerTemplate()) {
            template.sendBodyAndHeader("jms:queue:kapu.out.funding", "theirs", "kapuEventId", "e-1");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }

        assertThat(broker.depth("kapu.out.card-office")).isEqualTo(1);
        assertThat(broker.depth("kapu.out.funding")).isEqualTo(1);
    }

    @Test
    void messages_survive_and_carry_nothing_of_the_hubs_own() throws JMSException {
        send("x", Map.of("kapuEventId", "e-1", "kapuGroup", "72000000154", "CamelFoo", "x", "eventKind", "k"));

        var message = receive().get(0);

        assertThat(message.getJMSDeliveryMode()).isEqualTo(DeliveryMode.PERSISTENT);
        assertThat(message.getStringProperty("eventKind")).isEqualTo("k");
        for (Object name : Collections.list(message.getPropertyNames())) {
            assertThat((String) name).doesNotStartWithIgnoringCase("kapu").doesNotStartWithIgnoringCase("camel");
            assertThat(message.getStringProperty((String) name)).doesNotContain("72000000154");
        }
    }

    @Test
    void of_which_kind_an_event_is_stands_on_the_message() throws JMSException {
        send("x", Map.of("kapuEventId", "e-1", "kapuEventKind", "affiliationEnded"));

        assertThat(receive().get(0).getJMSType()).isEqualTo("affiliationEnded");
    }

    @Test
    void a_full_queue_and_a_broker_that_is_away_are_failures_of_the_way() throws JMSException {
        broker.fill("kapu.out.card-office");
        assertThat(CamelJms.hasFailed(catchThrowable(() -> send("x", Map.of()))))
                .isTrue();

        broker.broker().close();
        assertThat(CamelJms.hasFailed(catchThrowable(() -> send("x", Map.of()))))
                .isTrue();

        assertThat(CamelJms.hasFailed(new IllegalStateException("a step fails")))
                .isFalse();
    }

    @Test
    void a_person_has_one_group_of_few() throws JMSException {
        for (int i = 0; i < 600; i++) {
            send("x", Map.of("kapuGroup", "person " + i % 300));
        }

        var groups = new ArrayList<String>();
        for (var message : receive()) {
            groups.add(message.getStringProperty("JMSXGroupID"));
        }
        assertThat(groups.subList(0, 300)).isEqualTo(groups.subList(300, 600));
        assertThat(new HashSet<>(groups)).hasSizeBetween(100, 256);
    }

    private List<Message> receive() throws JMSException {
        var received = new ArrayList<Message>();
        broker.as("card-office", session -> {
            var consumer = session.createConsumer(new ActiveMQQueue("kapu.out.card-office"));
            for (var next = consumer.receiveNoWait(); next != null; next = consumer.receiveNoWait()) {
                received.add(next);
            }
        });
        return received;
    }

    private static List<String> texts(List<Message> messages) throws JMSException {
        var texts = new ArrayList<String>();
        for (var message : messages) {
            texts.add(message.getBody(String.class));
        }
        return texts;
    }
}
