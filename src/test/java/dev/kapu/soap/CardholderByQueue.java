package dev.kapu.soap;

import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The partner guide's sample of a request by queue, as it stands there. */
final class CardholderByQueue {
    private CardholderByQueue() {}

    /** @return the answer's envelope; null if none came in half a minute */
    static String ask(String broker, String partner, String secret, String envelope) {
        try (var factory = new ActiveMQConnectionFactory(broker);
                var jms = factory.createContext(partner, secret)) {
            var replies = jms.createQueue("kapu.replies." + partner);
            var correlation = UUID.randomUUID().toString();
            jms.createProducer()
                    .setJMSReplyTo(replies)
                    .setJMSCorrelationID(correlation)
                    .setProperty("SOAPJMS_contentType", "text/xml; charset=UTF-8")
                    .send(jms.createQueue("kapu.requests.IdCards"), envelope);
            return jms.createConsumer(replies, "JMSCorrelationID = '" + correlation + "'")
                    .receiveBody(String.class, 30_000);
        }
    }
}
