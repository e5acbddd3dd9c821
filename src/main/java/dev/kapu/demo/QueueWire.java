package dev.kapu.demo;

import dev.kapu.pki.DevelopmentCredentials;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/** A partner's connection to the broker: opened when needed, and anew after it broke. Threads wait for each other. */
final class QueueWire implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String partner;
    private final String secret;
    private final String inbound;
    private final ActiveMQConnectionFactory factory;

    @Nullable
    private JMSContext context;

    @Nullable
    private JMSConsumer consumer;

    /** @param inbound the one queue to receive from */
    QueueWire(String partner, DevelopmentCredentials credentials, String broker, String inbound) {
        this.partner = partner;
        this.inbound = inbound;
        this.factory = new ActiveMQConnectionFactory(broker);
        factory.setReconnectAttempts(0);
        factory.setCallTimeout(PATIENCE.toMillis());
        try {
            this.secret = Files.readString(credentials.secret(partner));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** SOAP over JMS 1.0 (W3C), answered on the inbound queue. */
    synchronized Answer ask(Ask ask, Map<String, String> values) throws IOException {
        var correlation = UUID.randomUUID().toString();
        try {
            var jms = open();
            jms.createProducer()
                    .setJMSReplyTo(jms.createQueue(inbound))
                    .setJMSCorrelationID(correlation)
                    .setProperty("SOAPJMS_bindingVersion", "1.0")
                    .setProperty("SOAPJMS_contentType", "text/xml; charset=UTF-8")
                    .setProperty("SOAPJMS_soapAction", '"' + ask.action() + '"')
                    .send(jms.createQueue("kapu.requests." + ask.service()), ask.envelope(partner, values));
            return Answer.read(reply(correlation));
        } catch (JMSException | JMSRuntimeException broken) {
            throw lost(broken);
        }
    }

    /** Drops answers that came too late for an earlier question. */
    private String reply(String correlation) throws IOException, JMSException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (long left = PATIENCE.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            var reply = next(Duration.ofNanos(left));
            if (reply != null) {
                reply.acknowledge();
                if (correlation.equals(reply.getJMSCorrelationID())) {
                    return reply.getBody(String.class);
                }
            }
        }
        throw new Setback(partner, "no reply in time");
    }

    /** A message without envelope; its headers are properties. */
    synchronized void send(String queue, String body, Map<String, String> headers) throws IOException {
        try {
            var jms = open();
            var producer = jms.createProducer();
            headers.forEach(producer::setProperty);
            producer.send(jms.createQueue(queue), body);
        } catch (JMSRuntimeException broken) {
            throw lost(broken);
        }
    }

    /** What to do with a message. If it fails, the message comes again. */
    interface Reader {
        void read(Answer message) throws IOException, InterruptedException;
    }

    /** @return whether a message came in time */
    synchronized boolean receive(Duration patience, Reader reader) throws IOException, InterruptedException {
        try {
            open();
            var message = next(patience);
            if (message == null) {
                return false;
            }
            try {
                reader.read(Answer.read(message.getBody(String.class)));
            } catch (IOException | InterruptedException | RuntimeException unread) {
                close();
                throw unread;
            }
            message.acknowledge();
            return true;
        } catch (JMSException | JMSRuntimeException broken) {
            throw lost(broken);
        }
    }

    private @Nullable Message next(Duration patience) {
        // Zero would wait for ever.
        return consumer == null ? null : consumer.receive(Math.max(1, patience.toMillis()));
    }

    private JMSContext open() {
        var jms = context;
        if (jms == null) {
            jms = factory.createContext(partner, secret, JMSContext.CLIENT_ACKNOWLEDGE);
            context = jms;
            consumer = jms.createConsumer(jms.createQueue(inbound));
        }
        return jms;
    }

    /** The exceptions of JMS may quote a message. */
    private IOException lost(Exception broken) {
        close();
        return new Setback(partner, "broker, " + broken.getClass().getSimpleName());
    }

    @Override
    public synchronized void close() {
        var jms = context;
        context = null;
        consumer = null;
        if (jms != null) {
            try {
                jms.close();
            } catch (JMSRuntimeException alreadyBroken) {
                // nothing is left to close
            }
        }
    }
}
