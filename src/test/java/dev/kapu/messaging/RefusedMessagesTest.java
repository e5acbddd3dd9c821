package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.messaging.UnreadableMessagesTest.NoText;
import dev.kapu.start.DataDirectory;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages that never come to the gate are on the record all the same. */
@HubTest
class RefusedMessagesTest {
    private static final ActiveMQQueue ELSEWHERE = new ActiveMQQueue("kapu.out.id-card-office");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataDirectory data;

    @Autowired
    Broker broker;

    @Autowired
    ConnectionFactory hubConnectionFactory;

    @Test
    void a_request_refused_at_the_broker_is_recorded_with_its_service() throws Exception {
        var message = sendAsSchool("kapu.requests.IdCards", session -> {
            var text = session.createTextMessage("<x/>");
            text.setJMSReplyTo(ELSEWHERE);
            return text;
        });

        assertThat(rows(message.getJMSMessageID()))
                .as("on record when the sender hears of it")
                .singleElement(as(MAP))
                .containsEntry("channel", "JMS")
                .containsEntry("partner", "school-program")
                .containsEntry("operation", "IdCards")
                .containsEntry("outcome", "REFUSED")
                .containsEntry("reason", "Client.Header.Invalid");
    }

    @Test
    void a_message_refused_at_the_broker_is_recorded_with_the_operation_of_its_queue() throws Exception {
        var message = sendAsSchool("kapu.in.school-program", Session::createMapMessage);

        assertThat(record(message))
                .containsEntry("channel", "QUEUE")
                .containsEntry("partner", "school-program")
                .containsEntry("operation", "Affiliations/endAffiliation")
                .containsEntry("outcome", "REFUSED")
                .containsEntry("reason", "Client.Message.Invalid");
        assertThat((Integer) record(message).get("request_bytes")).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"kapu.in.school-program, Affiliations/endAffiliation", "kapu.requests.IdCards, IdCards"})
    void a_text_that_is_none_is_refused_at_the_broker_and_recorded(String queue, String operation) throws Exception {
        var message = sendAsSchool(queue, NoText.ENVELOPE::message);

        assertThat(record(message))
                .containsEntry("partner", "school-program")
                .containsEntry("operation", operation)
                .containsEntry("outcome", "REFUSED")
                .containsEntry("reason", "Client.Message.Invalid");
    }

    @Test
    void a_message_buried_before_the_gate_is_recorded() throws Exception {
        // The hub's own user stands for an external broker, whose entry nobody checks.
        Message sent;
        try (var connection = hubConnectionFactory.createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            var message = session.createTextMessage("<x/>");
            message.setJMSReplyTo(ELSEWHERE);
            session.createProducer(new ActiveMQQueue("kapu.in.school-program")).send(message);
            sent = message;
        }

        assertThat(record(sent))
                .containsEntry("channel", "QUEUE")
                .containsEntry("partner", "school-program")
                .containsEntry("operation", "Affiliations/endAffiliation")
                .containsEntry("reason", "Client.Header.Invalid")
                .containsEntry("request_bytes", 4);
    }

    private Message sendAsSchool(String queue, Creator creator) throws Exception {
        var secret = Files.readString(data.root().resolve("demo/school-program/secret"))
                .strip();
        try (var factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + ((EmbeddedBroker) broker).port());
                var connection = factory.createConnection("school-program", secret);
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            var message = creator.create(session);
            var refused = catchThrowable(
                    () -> session.createProducer(new ActiveMQQueue(queue)).send(message));
            assertThat(refused).isInstanceOf(JMSException.class);
            return message;
        }
    }

    private Map<String, Object> record(Message message) throws JMSException {
        var id = message.getJMSMessageID();
        await().until(() -> !rows(id).isEmpty());
        return rows(id).get(0);
    }

    private List<Map<String, Object>> rows(String id) {
        return jdbc.sql("""
                        select channel, partner, operation, outcome, reason, request_bytes
                          from disclosure where message_id = ?
                        """).param(id).query().listOfRows();
    }

    interface Creator {
        Message create(Session session) throws JMSException;
    }
}
