package dev.kapu.messaging;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.jms.MessageCreatedStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Writes on a message what makes it arrive once and in order: the broker drops a second one of the same event, and one
 * consumer gets all that belongs to a person. Its type says of which kind the event is.
 */
final class EventStamp implements MessageCreatedStrategy {
    static final String EVENT_ID = "kapuEventId";
    static final String EVENT_KIND = "kapuEventKind";
    static final String GROUP = "kapuGroup";

    static final String DUPLICATE_ID = "_AMQ_DUPL_ID";
    static final String MESSAGE_GROUP = "JMSXGroupID";

    private static final int GROUPS = 256;

    @Override
    public void onMessageCreated(
            Message message, @Nullable Session session, Exchange exchange, @Nullable Throwable cause) {
        try {
            var eventId = exchange.getMessage().getHeader(EVENT_ID, String.class);
            if (eventId != null) {
                message.setStringProperty(DUPLICATE_ID, eventId);
            }
            var kind = exchange.getMessage().getHeader(EVENT_KIND, String.class);
            if (kind != null) {
                message.setJMSType(kind);
            }
            var group = exchange.getMessage().getHeader(GROUP, String.class);
            if (group != null) {
                message.setStringProperty(MESSAGE_GROUP, bucket(group));
            }
        } catch (JMSException e) {
            throw new RuntimeCamelException(e);
        }
    }

    /** The group is seen by the partner, who may not be entitled to the ID it is made of. */
    static String bucket(String group) {
        return Integer.toString(Math.floorMod(group.hashCode(), GROUPS));
    }
}
