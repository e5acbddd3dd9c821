package dev.kapu.messaging;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kapu.Patience;
import dev.kapu.gate.QueueRefusals.Refused;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sender hears of a refusal at the embedded broker, and when. */
class RefusalOnRecordTest {
    private static TestBroker broker;

    private final CountDownLatch recording = new CountDownLatch(1);
    private final CountDownLatch recorded = new CountDownLatch(1);

    @BeforeAll
    static void start(@TempDir Path data) {
        broker = new TestBroker(data);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void a_sender_hears_of_its_refusal_after_the_record_and_nobody_else_waits() throws Exception {
        broker.recording = this::slowly;

        var refusal = CompletableFuture.supplyAsync(RefusalOnRecordTest::refusal);
        assertThat(recording.await(Patience.MILLIS, MILLISECONDS)).isTrue();
        broker.as(
                "funding",
                session -> session.createProducer(new ActiveMQQueue("kapu.in.funding"))
                        .send(session.createTextMessage("<x/>")));
        broker.asHub(hub -> assertThat(
                        hub.createConsumer(new ActiveMQQueue("kapu.in.funding")).receive(Patience.MILLIS))
                .isNotNull());

        assertThat(refusal).isNotDone();
        recorded.countDown();
        assertThat(refusal.get(Patience.MILLIS, MILLISECONDS)).hasMessageContaining("Client.Message.Invalid");
    }

    @Test
    void a_refusal_without_a_record_is_told_as_what_it_is() {
        broker.recording = refused -> false;

        assertThat(refusal()).isInstanceOf(JMSException.class).hasMessageContaining("Server.Audit.NotRecorded");
        assertThat(broker.depth("kapu.in.card-office")).isZero();
    }

    private boolean slowly(Refused refused) {
        recording.countDown();
        try {
            return recorded.await(Patience.MILLIS, MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Throwable refusal() {
        return catchThrowable(() -> broker.as("card-office", RefusalOnRecordTest::sendMap));
    }

    private static void sendMap(Session session) throws JMSException {
        session.createProducer(new ActiveMQQueue("kapu.in.card-office")).send(session.createMapMessage());
    }
}
