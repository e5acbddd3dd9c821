package dev.kapu.messaging;

import static org.apache.activemq.artemis.api.core.Message.HDR_ROUTING_TYPE;
import static org.apache.activemq.artemis.api.core.Message.HDR_SCHEDULED_DELIVERY_TIME;

import dev.kapu.gate.SteeringNames;
import java.nio.charset.Charset;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.jspecify.annotations.Nullable;

/**
 * What a SOAP request may carry beside its envelope. CXF reads every property before any door is reached, and throws on
 * one that it does not expect: the request would come again and again, and end unrecorded among the dead letters.
 */
final class RequestProperties {
    /** SOAP over Java Message Service 1.0 (W3C), section 2.2.3. */
    private static final String BINDING = "SOAPJMS_";

    private static final String CONTENT_TYPE = BINDING + "contentType";

    /** Stands for a content type that is not {@link #readable}; whoever else writes it has his own message refused. */
    static final String UNREADABLE_MARK = "kapuEncodingUnknown";

    private static final Set<String> TEXTS = Set.of(
            "SOAPAction",
            "JMSReplyTo",
            "JMSCorrelationID",
            "JMSType",
            Message.HDR_GROUP_ID.toString(),
            Message.HDR_DUPLICATE_DETECTION_ID.toString(),
            Message.HDR_CONTENT_TYPE.toString());
    private static final Set<SimpleString> NUMBERS =
            Set.of(HDR_ROUTING_TYPE, HDR_SCHEDULED_DELIVERY_TIME, Message.HDR_LARGE_BODY_SIZE);
    private static final int LONGEST = 200;
    private static final Pattern CHARSET = Pattern.compile("(?i)(?:(?!charset=).)*"
            + "(?:charset=(?<quote>\"?)(?<name>utf-8|utf-16(?:be|le)?|iso-8859-\\d{1,2}|us-ascii)\\k<quote>\\s*"
            + "(?:;(?:(?!charset=).)*)?)?");

    private RequestProperties() {}

    /** False where the message says that its text is in an encoding that nobody can read. */
    static boolean readable(Message message) {
        if (!(message.getObjectProperty(CONTENT_TYPE) instanceof CharSequence type)) {
            return true;
        }
        var charset = CHARSET.matcher(type);
        if (type.length() > LONGEST || !charset.matches()) {
            return false;
        }
        var name = charset.group("name");
        return name == null || Charset.isSupported(name);
    }

    /** Removes whatever has no meaning for a request. */
    static void strip(Message message) {
        for (var name : Set.copyOf(message.getPropertyNames())) {
            if (!hasMeaning(name, message.getObjectProperty(name))) {
                message.removeProperty(name);
            }
        }
    }

    /**
     * As {@link #strip}, of a message that a broker has let in unchecked: whom that broker let in stays, and the names for
     * which the door refuses it. A content type that is not {@link #readable} is a mark afterwards, for the same.
     */
    static void stripReceived(Message message) {
        boolean readable = readable(message);
        for (var name : Set.copyOf(message.getPropertyNames())) {
            var value = message.getObjectProperty(name);
            if (SteeringNames.has(name.toString()) || SteeringNames.isOurs(name.toString())) {
                if (!(value instanceof CharSequence)) {
                    message.putStringProperty(name, SimpleString.of(""));
                }
            } else if (!hasMeaning(name, value)
                    && !(name.equals(Message.HDR_VALIDATED_USER) && value instanceof CharSequence)) {
                message.removeProperty(name);
            }
        }
        if (!readable) {
            message.removeProperty(SimpleString.of(CONTENT_TYPE));
            message.putStringProperty(UNREADABLE_MARK, "true");
        }
    }

    private static boolean hasMeaning(SimpleString name, @Nullable Object value) {
        return value instanceof CharSequence
                ? name.toString().startsWith(BINDING) || TEXTS.contains(name.toString())
                : value instanceof Number && NUMBERS.contains(name);
    }
}
