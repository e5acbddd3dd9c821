package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.ExternalArtemis;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import java.nio.file.Path;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code docs/external-broker.xml} gives to a partner, and what it does not. */
class ExternalRightsTest {
    private static final String SECRET = "secret of a partner";

    private static ExternalArtemis broker;
    private static ActiveMQConnectionFactory factory;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        broker = ExternalArtemis.start(data);
        broker.admit("id-card-office", SECRET);
        broker.admit("school-program", SECRET);
        factory = new ActiveMQConnectionFactory(broker.address());
    }

    @AfterAll
    static void stop() throws Exception {
        factory.close();
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kapu.requests.IdCards", "kapu.requests.Affiliations"})
    void a_partner_may_send_requests(String queue) {
        assertThatCode(() -> send(queue)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kapu.in.school-program",
                "kapu.in.id-card-office",
                "kapu.out.school-program",
                "kapu.out.id-card-office",
                "kapu.replies.school-program",
                "kapu.replies.id-card-office",
                "kapu.dead.school-program",
                "kapu.dead.id-card-office",
                "kapu.dead",
                "kapu.expired",
                "kapu.selftest",
                "kapu.requests.NoSuchService",
                "kapu.in.id-card-office::kapu.out.school-program",
                "activemq.management",
            })
    void a_partner_may_send_nowhere_else(String queue) {
        assertThatThrownBy(() -> send(queue)).isInstanceOf(JMSRuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kapu.requests.IdCards::kapu.out.school-program"})
    void through_an_address_of_its_own_it_reaches_no_others_queue(String queue) {
        send(queue);

        assertThat(broker.server().locateQueue("kapu.out.school-program").getMessageCount())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kapu.replies.id-card-office", "kapu.out.id-card-office"})
    void a_partner_may_read_its_own_queues(String queue) {
        assertThatCode(() -> consume(queue)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kapu.replies.school-program",
                "kapu.out.school-program",
                "kapu.dead.school-program",
                "kapu.dead.id-card-office",
                "kapu.in.school-program",
                "kapu.in.id-card-office",
                "kapu.requests.IdCards",
                "kapu.dead",
                "kapu.expired",
                "kapu.selftest",
                "kapu.out.id-card-office::kapu.out.school-program",
            })
    void a_partner_may_take_from_nowhere_else(String queue) {
        assertThatThrownBy(() -> consume(queue)).isInstanceOf(JMSRuntimeException.class);
    }

    @Test
    void a_partner_looks_at_its_dead_letters_and_at_no_others() {
        assertThatCode(() -> browse("kapu.dead.id-card-office")).doesNotThrowAnyException();
        assertThatThrownBy(() -> browse("kapu.dead.school-program")).hasMessageContaining("BROWSE");
        assertThatThrownBy(() -> browse("kapu.out.school-program")).hasMessageContaining("BROWSE");
    }

    @Test
    void nobody_gets_in_with_anothers_secret_or_none() {
        assertThatThrownBy(
                        () -> factory.createContext("id-card-office", "wrong").close())
                .isInstanceOf(JMSRuntimeException.class);
        assertThatThrownBy(() -> factory.createContext().close()).isInstanceOf(JMSRuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in", "out", "replies"})
    void what_fails_lies_with_the_partners_own_dead_letters(String kind) {
        var settings = broker.server().getAddressSettingsRepository().getMatch("kapu." + kind + ".school-program");

        assertThat(settings.getDeadLetterAddress().toString()).isEqualTo("kapu.dead.school-program");
        assertThat(settings.isAutoCreateQueues()).isFalse();
    }

    @Test
    void the_hub_passes_its_self_test() {
        try (var hub = Connections.to(broker.addressForHub())) {
            assertThatCode(() -> SelfTest.run(hub)).doesNotThrowAnyException();
        }
    }

    private static JMSContext partner() {
        return factory.createContext("id-card-office", SECRET);
    }

    private static void send(String queue) {
        try (var partner = partner()) {
            partner.createProducer().send(partner.createQueue(queue), "<x/>");
        }
    }

    private static void consume(String queue) {
        try (var partner = partner()) {
            partner.createConsumer(partner.createQueue(queue)).close();
        }
    }

    private static void browse(String queue) throws Exception {
        try (var partner = partner();
                var browser = partner.createBrowser(partner.createQueue(queue))) {
            browser.getEnumeration().hasMoreElements();
        }
    }
}
