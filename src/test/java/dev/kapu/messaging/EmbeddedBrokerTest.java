package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.start.StartupProblem;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;

class EmbeddedBrokerTest {
    private static final BrokerUsers NOBODY = new BrokerUsers() {
        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public boolean authentic(String partner, String secret) {
            return false;
        }
    };

    @TempDir
    Path data;

    @Test
    void a_port_that_is_taken_is_named_with_its_property() throws IOException {
        try (var taken = new ServerSocket(0)) {
            var configuration =
                    BrokerFile.read(new FileSystemResource("config/broker.xml"), data, taken.getLocalPort());

            assertThatThrownBy(() -> EmbeddedBroker.start(configuration, NOBODY, 1000, new RefusalQueue(1)))
                    .isInstanceOf(StartupProblem.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()))
                    .satisfies(problem ->
                            assertThat(((StartupProblem) problem).remedy()).contains("kapu.broker.port"));
        }
    }

    @Test
    void a_file_that_is_not_a_broker_configuration_is_named() {
        var broken = text("<configuration xmlns='urn:activemq'><core xmlns='urn:activemq:core'><nonsense/></core>"
                + "</configuration>");

        assertThatThrownBy(() -> BrokerFile.read(broken, data, 0))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("nonsense");
    }

    @Test
    void secrets_do_not_cross_a_network_in_clear_text() throws IOException {
        var delivered = Files.readString(Path.of("config/broker.xml"));

        assertThatThrownBy(() -> BrokerFile.read(text(delivered.replace("127.0.0.1:61616", "0.0.0.0:61616")), data, 0))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("clear text");
        assertThat(BrokerFile.read(
                        text(delivered.replace("127.0.0.1:61616?", "0.0.0.0:61616?sslEnabled=true;")), data, 0))
                .isNotNull();
    }

    @Test
    void a_broker_that_takes_nothing_stops_the_start() throws IOException {
        var full = text(Files.readString(Path.of("config/broker.xml"))
                .replace("<min-disk-free>300M", "<min-disk-free>100000G"));

        try (var broker = EmbeddedBroker.start(BrokerFile.read(full, data, 0), NOBODY, 1000, new RefusalQueue(1))) {
            assertThatThrownBy(() -> SelfTest.run(broker.connections(), Duration.ofSeconds(1)))
                    .isInstanceOf(StartupProblem.class)
                    .satisfies(problem ->
                            assertThat(((StartupProblem) problem).remedy()).contains("disk"));
            assertThat(new EmbeddedQueues(broker.server(), (partner, event) -> false)
                            .health()
                            .diskFull())
                    .isTrue();
        }
    }

    /** By itself the broker would let both wait until there is space again. */
    @Test
    @Timeout(60)
    void without_disk_space_a_send_of_the_hub_fails_instead_of_waiting() throws Exception {
        var full = text(Files.readString(Path.of("config/broker.xml"))
                .replace("<min-disk-free>300M", "<min-disk-free>100000G"));

        try (var broker = EmbeddedBroker.start(BrokerFile.read(full, data, 0), NOBODY, 1000, new RefusalQueue(1));
                var connection = broker.connections().createConnection();
                var plain = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var transacted = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            assertThatThrownBy(() -> send(plain, "kapu.selftest")).hasMessageContaining("disk is full");
            assertThatThrownBy(() -> {
                        send(transacted, "kapu.selftest");
                        transacted.commit();
                    })
                    .hasMessageContaining("disk is full");
            assertThat(broker.server().locateQueue("kapu.selftest").getMessageCount())
                    .isZero();
        }
    }

    @Test
    void messages_are_kept_across_a_restart() throws JMSException {
        try (var broker = new TestBroker(data)) {
            broker.as("card-office", session -> send(session, "kapu.in.card-office"));

            broker.restart();
            SelfTest.run(broker.broker().connections());

            assertThat(broker.depth("kapu.in.card-office")).isEqualTo(1);
            assertThat(broker.depth("kapu.selftest")).isZero();
        }
    }

    @Test
    void a_partner_who_comes_later_gets_queues() throws JMSException {
        try (var broker = new TestBroker(data)) {
            broker.admit("admissions");

            broker.as("admissions", session -> send(session, "kapu.in.admissions"));

            assertThat(broker.depth("kapu.in.admissions")).isEqualTo(1);
            var settings =
                    broker.broker().server().getAddressSettingsRepository().getMatch("kapu.in.admissions");
            assertThat(settings.getDeadLetterAddress().toString()).isEqualTo("kapu.dead.admissions");
        }
    }

    private static void send(Session session, String queue) throws JMSException {
        session.createProducer(new ActiveMQQueue(queue)).send(session.createTextMessage("<x/>"));
    }

    private static ByteArrayResource text(String xml) {
        return new ByteArrayResource(xml.getBytes(StandardCharsets.UTF_8), "test");
    }
}
