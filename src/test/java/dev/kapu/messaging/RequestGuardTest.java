package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.ExternalArtemis;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.apache.cxf.BusFactory;
import org.apache.cxf.message.Message;
import org.apache.cxf.service.model.EndpointInfo;
import org.apache.cxf.service.model.ServiceInfo;
import org.apache.cxf.transport.jms.JMSConfiguration;
import org.apache.cxf.transport.jms.JMSConstants;
import org.apache.cxf.transport.jms.JMSDestination;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as CXF's transport takes them from a broker that takes whatever it is sent. */
class RequestGuardTest {
    private static final String REQUESTS = "kapu.requests.IdCards";
    private static final List<Message> heard = new CopyOnWriteArrayList<>();

    private static ExternalArtemis artemis;
    private static ExternalBroker hub;
    private static JMSDestination requests;

    @BeforeAll
    static void listen(@TempDir Path data) throws Exception {
        artemis = ExternalArtemis.start(data);
        artemis.admit("school-program", "secret");
        hub = new ExternalBroker(artemis.addressForHub(), 1_000_000);
        var name = new QName("urn:kapu:id-cards:v1", "IdCardsService");
        var service = new ServiceInfo();
        service.setName(name);
        var endpoint = new EndpointInfo(service, "http://www.w3.org/2010/soapjms/");
        endpoint.setName(name);
        endpoint.setAddress("jms:queue:" + REQUESTS);
        var configuration = new JMSConfiguration();
        configuration.setConnectionFactory(hub.connections());
        configuration.setTargetDestination(REQUESTS);
        configuration.setSessionTransacted(true);
        requests = new JMSDestination(BusFactory.newInstance().createBus(), endpoint, configuration);
        requests.setMessageObserver(heard::add);
    }

    @AfterAll
    static void stop() throws Exception {
        requests.shutdown();
        hub.close();
        artemis.close();
    }

    @ParameterizedTest
    @MethodSource("dev.kapu.messaging.RequestPropertiesTest#odd")
    void a_request_with_an_odd_property_comes_to_the_door_all_the_same(Map<String, Object> odd) throws Exception {
        var request = request("<x/>", odd);

        assertThat(headers(request)).doesNotContain("photo", "org.apache.cxf.message.Message.RESPONSE_CODE");
        assertThat(jms(request).getStringProperty("JMSXUserID")).isEqualTo("school-program");
    }

    @Test
    void so_does_one_that_is_made_up_as_the_brokers_word_that_the_queue_is_empty() throws Exception {
        assertThat(jms(request("<x/>", Map.of("_hornetq.forced.delivery.seq", 0L)))
                        .getBody(String.class))
                .isEqualTo("<x/>");
    }

    @Test
    void so_does_a_large_one() throws Exception {
        var request = request("<x>" + "n".repeat(200_000) + "</x>", Map.of("photo", new byte[] {1, 2}));

        assertThat(headers(request)).doesNotContain("photo");
        assertThat(jms(request).getBody(String.class)).hasSize(200_007);
    }

    @Test
    void what_has_a_meaning_is_kept() throws Exception {
        var request =
                request("<x/>", Map.of("JMSXGroupID", "school", "SOAPJMS_contentType", "text/xml; charset=UTF-8"));

        assertThat(jms(request).getStringProperty("JMSXGroupID")).isEqualTo("school");
        assertThat(request.get(Message.CONTENT_TYPE)).isEqualTo("text/xml; charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml; charset=unheard-of", "text/xml; charset=utf-7", "text/xml; charset=\""})
    void in_the_place_of_an_encoding_that_nobody_knows_the_door_finds_a_mark(String contentType) throws Exception {
        var request = request("<x/>", Map.of("SOAPJMS_contentType", contentType));

        assertThat(headers(request)).contains(RequestProperties.UNREADABLE_MARK);
        assertThat(request.get(Message.CONTENT_TYPE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CamelHttpUri", "kapuSentAt"})
    void names_that_steer_are_left_for_the_door_to_refuse_whatever_is_in_them(String name) throws Exception {
        assertThat(headers(request("<x/>", Map.of(name, new byte[] {1})))).contains(name);
    }

    private static Message request(String text, Map<String, Object> properties) throws JMSException {
        var correlation = UUID.randomUUID().toString();
        try (var factory = new ActiveMQConnectionFactory(artemis.address());
                var connection = factory.createConnection("school-program", "secret");
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            var message = session.createTextMessage(text);
            message.setJMSCorrelationID(correlation);
            for (var property : properties.entrySet()) {
                RequestPropertiesTest.set(message, property.getKey(), property.getValue());
            }
            session.createProducer(new ActiveMQQueue(REQUESTS)).send(message);
        }
        return await().until(() -> heard(correlation), Optional::isPresent).orElseThrow();
    }

    private static Optional<Message> heard(String correlation) throws JMSException {
        for (var message : heard) {
            if (correlation.equals(jms(message).getJMSCorrelationID())) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    private static Set<String> headers(Message request) {
        var headers = (Map<?, ?>) Objects.requireNonNull(request.get(Message.PROTOCOL_HEADERS));
        return headers.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
    }

    private static jakarta.jms.Message jms(Message request) {
        return (jakarta.jms.Message) Objects.requireNonNull(request.get(JMSConstants.JMS_REQUEST_MESSAGE));
    }
}
