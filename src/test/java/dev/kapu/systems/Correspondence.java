package dev.kapu.systems;

import dev.kapu.pki.DevelopmentCredentials;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A partner at the broker, with its own user, which first sends all its requests and then reads whatever was answered. */
final class Correspondence implements AutoCloseable {
    private final String partner;
    private final ActiveMQConnectionFactory factory;
    private final JMSContext jms;
    private final Set<String> sent = new HashSet<>();

    Correspondence(String broker, DevelopmentCredentials credentials, String partner) {
        this.partner = partner;
        this.factory = new ActiveMQConnectionFactory(broker);
        try {
            this.jms = factory.createContext(partner, Files.readString(credentials.secret(partner)));
        } catch (IOException e) {
            throw new IllegalStateException(partner, e);
        }
    }

    /** @return by what its answer is known */
    String send(String service, String envelope) {
        var correlation = UUID.randomUUID().toString();
        jms.createProducer()
                .setJMSCorrelationID(correlation)
                .setJMSReplyTo(jms.createQueue("kapu.replies." + partner))
                .setProperty("SOAPJMS_contentType", "text/xml; charset=UTF-8")
                .send(jms.createQueue("kapu.requests." + service), envelope);
        sent.add(correlation);
        return correlation;
    }

    /** All that lies in the partner's queue of replies once the last awaited one has come, or at the deadline. */
    Map<String, String> answers(long deadline) {
        var answers = new HashMap<String, String>();
        try (var replies = jms.createConsumer(jms.createQueue("kapu.replies." + partner))) {
            while (!answers.keySet().containsAll(sent) && System.nanoTime() < deadline) {
                read(replies, 100, answers);
            }
            while (read(replies, 0, answers)) {}
        }
        return answers;
    }

    private static boolean read(JMSConsumer replies, long millis, Map<String, String> answers) {
        var message = millis == 0 ? replies.receiveNoWait() : replies.receive(millis);
        if (message == null) {
            return false;
        }
        try {
            answers.put(String.valueOf(message.getJMSCorrelationID()), text(message));
            return true;
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

    boolean maySend(String queue) {
        return may(() -> jms.createProducer().send(jms.createQueue(queue), "<x/>"));
    }

    boolean mayRead(String queue) {
        return may(() -> jms.createConsumer(jms.createQueue(queue)).close());
    }

    private static boolean may(Runnable attempt) {
        try {
            attempt.run();
            return true;
        } catch (JMSRuntimeException no) {
            return false;
        }
    }

    @Override
    public void close() {
        jms.close();
        factory.close();
    }
}
