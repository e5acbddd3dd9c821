package dev.kapu.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.Optional;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lays an event at which the hub fails among the partner's dead letters (ADR 32). Its letter is empty: partners look
 * into their dead letters, and this event was neither minimised nor recorded. First the letter, then the outbox: who dies
 * between the two lays a second one, of which the later is found to have served.
 */
final class DeadEvents implements KeptEvents {
    private static final Logger log = LoggerFactory.getLogger(DeadEvents.class);

    private final DeadEventStore store;
    private final ConnectionFactory connections;
    private final MeterRegistry meters;

    DeadEvents(DeadEventStore store, ConnectionFactory connections, MeterRegistry meters) {
        this.store = store;
        this.connections = connections;
        this.meters = meters;
    }

    /** @return false if it found no room there; then it waits on */
    boolean bury(Delivery.Due due, String code) {
        var event = due.delivery();
        try {
            layLetter(event, code);
        } catch (JMSException e) {
            log.warn("Event {} for {} finds no room among the dead letters", event.eventId(), event.partner());
            return false;
        }
        store.bury(due.id(), code);
        meters.counter("kapu.outbox.dead", "partner", event.partner()).increment();
        log.warn("Event {} for {} is a dead letter now: {}", event.eventId(), event.partner(), code);
        return true;
    }

    private void layLetter(Delivery event, String code) throws JMSException {
        try (var connection = connections.createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var producer = session.createProducer(new ActiveMQQueue(QueueNames.dead(event.partner())))) {
            var letter = session.createTextMessage("");
            letter.setStringProperty(Letters.FAULT_CODE, code);
            letter.setStringProperty(Letters.ORIGIN, Letters.OUTBOX);
            letter.setStringProperty(Letters.EVENT_ID, event.eventId().toString());
            letter.setStringProperty(Letters.EVENT_KIND, event.kind());
            producer.send(letter);
        }
    }

    @Override
    public boolean sendAgain(String partner, String eventId) {
        return id(eventId)
                .filter(id -> store.sendAgain(partner, id) || !store.holds(partner, id))
                .isPresent();
    }

    @Override
    public boolean discard(String partner, String eventId) {
        return id(eventId)
                .filter(id -> store.discard(partner, id) || !store.holds(partner, id))
                .isPresent();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
