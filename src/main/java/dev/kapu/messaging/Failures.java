package dev.kapu.messaging;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often the hub itself has failed at a message. The broker's count would not do: it holds the deliveries of an
 * outage too. Kept in memory, the latest only; what is forgotten is tried more often, never less.
 */
final class Failures {
    private static final int MOST = 10_000;

    private final int attempts;
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    Failures(int attempts) {
        this.attempts = attempts;
    }

    /** Counts one more. */
    synchronized boolean isLast(Message message) throws JMSException {
        var id = message.getJMSMessageID();
        if (id == null) {
            return message.getIntProperty("JMSXDeliveryCount") >= attempts;
        }
        int count = counts.merge(id, 1, Integer::sum);
        if (counts.size() > MOST) {
            counts.remove(counts.keySet().iterator().next());
        }
        return count >= attempts;
    }

    synchronized void forget(Message message) throws JMSException {
        counts.remove(String.valueOf(message.getJMSMessageID()));
    }
}
