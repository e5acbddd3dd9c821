package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Session;
import java.nio.file.Path;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueRightsTest {
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

    @ParameterizedTest
    @ValueSource(strings = {"kapu.requests.IdCards", "kapu.in.card-office"})
    void a_partner_may_send_requests_and_messages_of_its_own(String queue) {
        assertThatCode(() -> broker.as("card-office", session -> send(session, queue)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kapu.in.funding",
                "kapu.out.funding",
                "kapu.out.card-office",
                "kapu.replies.funding",
                "kapu.replies.card-office",
                "kapu.dead.funding",
                "kapu.dead.card-office",
                "kapu.dead",
                "kapu.expired",
                "kapu.selftest",
                "activemq.management",
                "activemq.notifications",
                "kapu.requests.IdCards::kapu.out.funding",
                "kapu.in.card-office::kapu.out.funding",
            })
    void a_partner_may_send_nowhere_else(String queue) {
        assertThatThrownBy(() -> broker.as("card-office", session -> send(session, queue)))
                .isInstanceOfAny(JMSSecurityException.class, InvalidDestinationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kapu.replies.card-office", "kapu.out.card-office"})
    void a_partner_may_read_its_own_queues(String queue) {
        assertThatCode(() -> broker.as(
                        "card-office",
                        session ->
                                session.createConsumer(new ActiveMQQueue(queue)).close()))
                .doesNotThrowAnyException();
    }

    @Test
    void a_partner_sees_its_dead_letters_and_takes_none() throws JMSException {
        var dead = new ActiveMQQueue("kapu.dead.card-office");
        broker.asHub(hub -> send(hub, "kapu.dead.card-office"));

        broker.as(
                "card-office",
                session -> assertThat(
                                session.createBrowser(dead).getEnumeration().hasMoreElements())
                        .isTrue());
        assertThatThrownBy(() -> broker.as(
                        "card-office", session -> session.createConsumer(dead).close()))
                .isInstanceOf(JMSSecurityException.class);
        assertThat(broker.depth("kapu.dead.card-office")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kapu.replies.funding",
                "kapu.out.funding",
                "kapu.dead.funding",
                "kapu.in.funding",
                "kapu.in.card-office",
                "kapu.requests.IdCards",
                "kapu.dead",
                "kapu.expired",
                "kapu.selftest",
                "kapu.in.card-office::kapu.out.funding",
                "kapu.out.card-office::kapu.out.funding",
            })
    void a_partner_may_read_or_browse_nothing_else(String queue) {
        var other = new ActiveMQQueue(queue);

        assertThatThrownBy(() -> broker.as(
                        "card-office", session -> session.createConsumer(other).close()))
                .isInstanceOfAny(JMSSecurityException.class, InvalidDestinationException.class);
        assertThatThrownBy(() -> broker.as(
                        "card-office",
                        session -> session.createBrowser(other).getEnumeration().hasMoreElements()))
                .isInstanceOf(JMSException.class);
    }

    @Test
    void a_partner_makes_no_queue_of_any_kind() {
        assertThatThrownBy(() -> broker.as("card-office", Session::createTemporaryQueue))
                .isInstanceOf(JMSSecurityException.class);
        assertThatThrownBy(() -> broker.as("card-office", session -> send(session, "kapu.requests.NoSuchService")))
                .isInstanceOf(JMSException.class);
        assertThatThrownBy(() -> broker.as(
                        "card-office",
                        session -> session.createConsumer(session.createTopic("kapu.requests.IdCards"))
                                .close()))
                .isInstanceOf(JMSException.class);
        assertThat(broker.broker().server().locateQueue("kapu.requests.NoSuchService"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "secret of funding"})
    void a_wrong_secret_lets_nobody_in(String secret) {
        assertThatThrownBy(() -> broker.connect("card-office", secret).close())
                .isInstanceOf(JMSSecurityException.class);
    }

    @Test
    void neither_nobody_nor_the_hubs_name_gets_in() {
        assertThatThrownBy(() -> broker.connect(null, null).close()).isInstanceOf(JMSSecurityException.class);
        assertThatThrownBy(() -> broker.connect(HubLogin.USER, "").close()).isInstanceOf(JMSSecurityException.class);
        assertThatThrownBy(() -> broker.connect("ACTIVEMQ.CLUSTER.ADMIN.USER", "CHANGE ME!!")
                        .close())
                .isInstanceOf(JMSSecurityException.class);
    }

    @Test
    void a_revoked_secret_ends_an_open_connection() throws JMSException {
        broker.admit("admissions");
        try (var connection = broker.connect("admissions");
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            var consumer = session.createConsumer(new ActiveMQQueue("kapu.out.admissions"));

            broker.revoke("admissions");
            new Housekeeping(broker.broker()).run();
            broker.asHub(hub -> send(hub, "kapu.out.admissions"));

            await().until(() ->
                    broker.broker().server().locateQueue("kapu.out.admissions").getConsumerCount() == 0);
            assertThatCode(consumer::close).doesNotThrowAnyException();
            assertThat(broker.depth("kapu.out.admissions")).isEqualTo(1);
        }
    }

    private static void send(Session session, String queue) throws JMSException {
        try (var producer = session.createProducer(new ActiveMQQueue(queue))) {
            producer.send(session.createTextMessage("<x/>"));
        }
    }
}
