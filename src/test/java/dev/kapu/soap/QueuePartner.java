package dev.kapu.soap;

import dev.kapu.Patience;
import dev.kapu.pki.DevelopmentCredentials;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/** A partner's program at the broker, with the partner's own user. */
public final class QueuePartner implements AutoCloseable {
    private final String partner;
    private final ActiveMQConnectionFactory factory;
    private final JMSContext jms;

    public QueuePartner(String broker, DevelopmentCredentials credentials, String partner) {
        this.partner = partner;
        this.factory = new ActiveMQConnectionFactory(broker);
        try {
            this.jms = factory.createContext(partner, Files.readString(credentials.secret(partner)));
        } catch (IOException e) {
            throw new IllegalStateException(partner, e);
        }
    }

    /** @return the answer's text */
    public String ask(String service, String message) {
        var correlation = send(service, message, "kapu.replies." + partner);
        return Objects.requireNonNull(answer(correlation, Patience.LIMIT), "no answer");
    }

    /** @return the text of the answer to a message with this property besides, or instead of the usual one */
    String ask(String service, String message, String property, String value) {
        var correlation = send(service, message, "kapu.replies." + partner, Map.of(property, value));
        return Objects.requireNonNull(answer(correlation, Patience.LIMIT), "no answer");
    }

    boolean saysFault(String service, String message) {
        var correlation = send(service, message, "kapu.replies." + partner);
        try (var consumer = jms.createConsumer(
                jms.createQueue("kapu.replies." + partner), "JMSCorrelationID = '" + correlation + "'")) {
            return consumer.receive(Patience.MILLIS).getBooleanProperty("SOAPJMS_isFault");
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the correlation id */
    String send(String service, String message, @Nullable String replyTo) {
        return send(service, message, replyTo, Map.of());
    }

    private String send(String service, String message, @Nullable String replyTo, Map<String, String> properties) {
        var correlation = UUID.randomUUID().toString();
        var producer = jms.createProducer()
                .setJMSCorrelationID(correlation)
                .setProperty("SOAPJMS_contentType", "text/xml; charset=UTF-8");
        properties.forEach(producer::setProperty);
        if (replyTo != null) {
            producer.setJMSReplyTo(jms.createQueue(replyTo));
        }
        producer.send(jms.createQueue("kapu.requests." + service), message);
        return correlation;
    }

    @Nullable
    String answer(String correlation, Duration patience) {
        try (var consumer = jms.createConsumer(
                jms.createQueue("kapu.replies." + partner), "JMSCorrelationID = '" + correlation + "'")) {
            var message = consumer.receive(patience.toMillis());
            return message == null ? null : text(message);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is refused unread is answered with bytes. */
    private static String text(Message message) throws JMSException {
        return message instanceof BytesMessage bytes
                ? new String(bytes.getBody(byte[].class), StandardCharsets.UTF_8)
                : message.getBody(String.class);
    }

    @Override
    public void close() {
        jms.close();
        factory.close();
    }
}
