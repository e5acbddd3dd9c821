package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import dev.kapu.Patience;
import dev.kapu.start.DataDirectory;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** SOAP requests over JMS with properties at which CXF would stumble before any door. */
@HubTest
class RequestPropertiesTest {
    private static final ActiveMQQueue REQUESTS = new ActiveMQQueue("kapu.requests.IdCards");
    private static final ActiveMQQueue REPLIES = new ActiveMQQueue("kapu.replies.school-program");

    @Autowired
    DataDirectory data;

    @Autowired
    Broker broker;

    private ActiveMQConnectionFactory factory;
    private Connection connection;
    private Session session;

    @BeforeEach
    void connect() throws Exception {
        var secret = Files.readString(data.root().resolve("demo/school-program/secret"))
                .strip();
        factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + ((EmbeddedBroker) broker).port());
        connection = factory.createConnection("school-program", secret);
        connection.start();
        session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    }

    @AfterEach
    void disconnect() throws JMSException {
        connection.close();
        factory.close();
    }

    static Stream<Map<String, Object>> odd() {
        return Stream.of(
                Map.of("photo", new byte[] {1, 2}),
                Map.of("SOAPJMS_contentType", new byte[] {1}),
                Map.of("SOAPJMS_isFault", 7),
                Map.of("SOAPJMS_targetService", new byte[] {1}),
                Map.of("SOAPJMS_requestURI", "jms:::"),
                Map.of("_AMQ_GROUP_ID", new byte[] {1}),
                Map.of("_AMQ_DUPL_ID", new byte[] {1}),
                Map.of("org.apache.cxf.message.Message.RESPONSE_CODE", "none"),
                Map.of("Content-Type", "text/xml; charset=unheard-of"));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void a_request_with_an_odd_property_comes_to_the_door_all_the_same(Map<String, Object> odd) throws JMSException {
        assertThat(answered(odd)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/xml",
                "",
                "text/xml; charset=UTF-8",
                "text/xml;charset=\"iso-8859-2\"; action=x",
                "application/xml; charset=utf-16"
            })
    void a_known_encoding_is_let_in(String contentType) throws JMSException {
        assertThat(answered(Map.of("SOAPJMS_contentType", contentType))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/xml; charset=unheard-of",
                "text/xml; charset=iso-8859-99",
                "text/xml; charset=utf-7",
                "text/xml; charset=\"",
                "text/xml; CHARSET=utf-8; charset=bogus",
            })
    void an_encoding_that_nobody_knows_is_refused_at_the_broker(String contentType) {
        assertThatThrownBy(() -> answered(Map.of("SOAPJMS_contentType", contentType)))
                .isInstanceOf(JMSException.class)
                .hasMessageContaining("Client.Header.Invalid");
    }

    @Test
    void a_group_and_a_correlation_are_kept() throws JMSException {
        assertThat(answered(Map.of("JMSXGroupID", "school"))).isTrue();
    }

    /** Refused by the door, for it is no SOAP; that comes as an answer. */
    private boolean answered(Map<String, Object> properties) throws JMSException {
        var correlation = UUID.randomUUID().toString();
        var request = session.createTextMessage("<x/>");
        request.setJMSReplyTo(REPLIES);
        request.setJMSCorrelationID(correlation);
        request.setStringProperty("SOAPJMS_bindingVersion", "1.0");
        for (var property : properties.entrySet()) {
            set(request, property.getKey(), property.getValue());
        }
        session.createProducer(REQUESTS).send(request);
        try (var replies = session.createConsumer(REPLIES, "JMSCorrelationID = '" + correlation + "'")) {
            return replies.receive(Patience.MILLIS) != null;
        }
    }

    /** As a client may that does not keep to JMS. */
    static void set(TextMessage message, String name, Object value) throws JMSException {
        if (value instanceof byte[] || name.contains(".") || name.contains("-")) {
            ((ActiveMQMessage) message).getCoreMessage().putObjectProperty(name, value);
        } else {
            message.setObjectProperty(name, value);
        }
    }
}
