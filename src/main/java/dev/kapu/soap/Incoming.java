package dev.kapu.soap;

import dev.kapu.audit.DisclosureRecord.Channel;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.jms.JMSConstants;
import org.jspecify.annotations.Nullable;

/** A message as CXF's transports hand it over, HTTP and JMS alike. */
record Incoming(Message message) {

    Channel channel() {
        return message.get(JMSConstants.JMS_REQUEST_MESSAGE) == null ? Channel.HTTP : Channel.JMS;
    }

    /**
     * Whom the broker let in. An answer goes only to that partner's own reply queue: with any other, or none, nothing
     * is sent at all, for it would land with somebody else.
     *
     * @throws FaultException {@code NOT_AUTHENTICATED}, {@code HEADER_INVALID}
     */
    String brokerUser() {
        var user = property("JMSXUserID");
        if (user == null) {
            message.getExchange().setOneWay(true);
            throw new FaultException(Fault.NOT_AUTHENTICATED);
        }
        if (!("kapu.replies." + user).equals(replyQueue())) {
            message.getExchange().setOneWay(true);
            throw new FaultException(Fault.HEADER_INVALID, "JMSReplyTo");
        }
        return user;
    }

    private @Nullable String property(String name) {
        try {
            return jms().getStringProperty(name);
        } catch (JMSException unreadable) {
            return null;
        }
    }

    private @Nullable String replyQueue() {
        try {
            return jms().getJMSReplyTo() instanceof Queue queue ? queue.getQueueName() : null;
        } catch (JMSException unreadable) {
            return null;
        }
    }

    private jakarta.jms.Message jms() {
        return (jakarta.jms.Message) Objects.requireNonNull(message.get(JMSConstants.JMS_REQUEST_MESSAGE));
    }

    /**
     * The body, as far as it may be read.
     *
     * @throws FaultException {@code TOO_LARGE} after {@code maxBytes}, the rest unread
     */
    byte[] bytes(int maxBytes) {
        try {
            byte[] bytes = isText() ? text(maxBytes + 1) : octets(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new FaultException(Fault.TOO_LARGE);
            }
            return bytes;
        } catch (IOException broken) {
            throw new FaultException(Fault.MALFORMED_XML);
        }
    }

    /** A JMS text message comes as characters, whatever its XML declaration says of their encoding. */
    private boolean isText() {
        return message.getContent(Reader.class) != null;
    }

    private byte[] text(int maxChars) throws IOException {
        var chars = new char[8192];
        var text = new StringBuilder();
        var reader = message.getContent(Reader.class);
        for (int read; text.length() < maxChars && (read = reader.read(chars)) >= 0; ) {
            text.append(chars, 0, read);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] octets(int maxBytes) throws IOException {
        var stream = message.getContent(InputStream.class);
        return stream == null ? new byte[0] : stream.readNBytes(maxBytes);
    }

    /** @throws FaultException {@code ATTACHMENT_REFUSED} on MTOM and SwA, {@code NOT_SOAP} on another media type */
    @Nullable
    String encoding() {
        var type = String.valueOf(message.get(Message.CONTENT_TYPE)).toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/")) {
            throw new FaultException(Fault.ATTACHMENT_REFUSED);
        }
        if (channel() == Channel.HTTP && !type.startsWith("text/xml") && !type.startsWith("application/xml")) {
            throw new FaultException(Fault.NOT_SOAP, "Content-Type");
        }
        if (isText()) {
            return StandardCharsets.UTF_8.name();
        }
        int charset = type.indexOf("charset=");
        if (charset < 0) {
            return null;
        }
        int end = type.indexOf(';', charset);
        var name = type.substring(charset + 8, end < 0 ? type.length() : end)
                .replace("\"", "")
                .trim();
        return name.isEmpty() ? null : name;
    }

    /** Without its quotes; null where the sender gave none or an empty one. */
    @Nullable
    String soapAction() {
        var action = header("SOAPAction");
        if (action == null) {
            action = header("SOAPJMS_soapAction");
        }
        if (action == null) {
            return null;
        }
        var bare = action.replace("\"", "").trim();
        return bare.isEmpty() ? null : bare;
    }

    private @Nullable String header(String name) {
        if (message.get(Message.PROTOCOL_HEADERS) instanceof Map<?, ?> headers) {
            for (var entry : headers.entrySet()) {
                if (name.equalsIgnoreCase(String.valueOf(entry.getKey()))
                        && entry.getValue() instanceof List<?> values
                        && !values.isEmpty()) {
                    return String.valueOf(values.get(0));
                }
            }
        }
        return null;
    }
}
