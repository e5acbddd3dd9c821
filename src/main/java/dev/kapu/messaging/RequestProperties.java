package dev.kapu.messaging;

import static org.apache.activemq.artemis.api.core.Message.HDR_ROUTING_TYPE;
import static org.apache.activemq.artemis.api.core.Message.HDR_SCHEDULED_DELIVERY_TIME;

import java.nio.charset.Charset;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;

/**
 * What a SOAP request may carry beside its envelope. CXF reads every property before any door is reached, and throws on
 * one that it does not expect: the request would come again and again, and end unrecorded among the dead letters.
 */
final class RequestProperties {
    /** SOAP over Java Message Service 1.0 (W3C), section 2.2.3. */
    private static final String BINDING = "SOAPJMS_";

    private static final String CONTENT_TYPE = BINDING + "contentType";
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
            var value = message.getObjectProperty(name);
            var text = value instanceof CharSequence
                    && (name.toString().startsWith(BINDING) || TEXTS.contains(name.toString()));
            if (!text && !(value instanceof Number && NUMBERS.contains(name))) {
                message.removeProperty(name);
            }
        }
    }
}
