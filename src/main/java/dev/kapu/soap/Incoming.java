package dev.kapu.soap;

import dev.kapu.audit.DisclosureRecord.Channel;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.gate.SteeringNames;
import dev.kapu.soap.xop.XopPackage;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.apache.cxf.transport.jms.JMSConstants;
import org.jspecify.annotations.Nullable;

/** A message as CXF's transports hand it over, HTTP and JMS alike. */
record Incoming(Message message) {
    private static final Set<String> XML = Set.of("text/xml", "application/xml");

    /** Written by messaging; whoever else writes one of them has his own message refused. */
    private static final String UNREAD = "kapuTooLarge";

    private static final String UNREADABLE = "kapuUnreadable";
    private static final Set<String> MARKS = Set.of(UNREAD, UNREADABLE);

    /** A request that never gets to CXF. */
    static Incoming of(HttpServletRequest request) throws IOException {
        var message = new MessageImpl();
        message.put(AbstractHTTPDestination.HTTP_REQUEST, request);
        message.put(Message.CONTENT_TYPE, request.getContentType());
        message.setContent(InputStream.class, request.getInputStream());
        return new Incoming(message);
    }

    Channel channel() {
        return message.get(JMSConstants.JMS_REQUEST_MESSAGE) == null ? Channel.HTTP : Channel.JMS;
    }

    HttpServletRequest http() {
        return (HttpServletRequest) Objects.requireNonNull(message.get(AbstractHTTPDestination.HTTP_REQUEST));
    }

    /** @throws FaultException {@code NOT_AUTHENTICATED} if the broker does not say whom it let in */
    String brokerUser() {
        var user = property("JMSXUserID");
        if (user == null) {
            holdAnswer();
            throw new FaultException(Fault.NOT_AUTHENTICATED);
        }
        return user;
    }

    /** Nothing is sent to a sender whom nobody knows, until {@link #requireReplyQueueOf} has found where it may go. */
    void holdAnswer() {
        message.getExchange().setOneWay(true);
    }

    /**
     * An answer goes only to the sender's own reply queue: with any other, or none, nothing is sent at all, for it would
     * land with somebody else.
     *
     * @throws FaultException {@code HEADER_INVALID}
     */
    void requireReplyQueueOf(String user) {
        if (!("kapu.replies." + user).equals(replyQueue())) {
            holdAnswer();
            throw new FaultException(Fault.HEADER_INVALID, "JMSReplyTo");
        }
        message.getExchange().setOneWay(false);
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

    /** Whether the sender keeps the body back until it is asked for (RFC 9110, 10.1.1). */
    boolean waitsForLeave() {
        return channel() == Channel.HTTP && "100-continue".equalsIgnoreCase(http().getHeader("Expect"));
    }

    /**
     * Reads the whole body.
     *
     * @throws FaultException {@code TOO_LARGE} after {@code maxBytes}, the rest unread; {@code INCOMPLETE} if it broke
     *     off or took too long; {@code INVALID} of what is no text though it says so. What came until then is in
     *     {@code into}
     */
    void read(int maxBytes, ByteArrayOutputStream into) {
        glimpse(maxBytes + 1, into);
        if (into.size() > maxBytes || isMarked(UNREAD)) {
            throw new FaultException(Fault.TOO_LARGE);
        }
        if (isMarked(UNREADABLE)) {
            throw new FaultException(Fault.INVALID, "JMS body");
        }
    }

    private boolean isMarked(String mark) {
        return channel() == Channel.JMS && header(mark) != null;
    }

    /**
     * Reads the start of the body.
     *
     * @throws FaultException {@code INCOMPLETE}
     */
    void glimpse(int most, ByteArrayOutputStream into) {
        try {
            if (isText()) {
                text(most, into);
            } else {
                octets(most, into);
            }
        } catch (IOException broken) {
            throw new FaultException(Fault.INCOMPLETE);
        }
    }

    /** A JMS text message comes as characters, whatever its XML declaration says of their encoding. */
    private boolean isText() {
        return message.getContent(Reader.class) != null;
    }

    private void text(int most, ByteArrayOutputStream into) throws IOException {
        var chars = new char[8192];
        var reader = message.getContent(Reader.class);
        try (var utf8 = new OutputStreamWriter(into, StandardCharsets.UTF_8)) {
            for (int read; into.size() < most && (read = reader.read(chars)) >= 0; utf8.flush()) {
                utf8.write(chars, 0, read);
            }
        }
    }

    private void octets(int most, ByteArrayOutputStream into) throws IOException {
        var stream = message.getContent(InputStream.class);
        if (stream == null) {
            return;
        }
        var bytes = new byte[8192];
        for (int read; into.size() < most; into.write(bytes, 0, read)) {
            read = stream.read(bytes, 0, Math.min(bytes.length, most - into.size()));
            if (read < 0) {
                return;
            }
        }
    }

    @Nullable
    String contentType() {
        return (String) message.get(Message.CONTENT_TYPE);
    }

    /** @throws FaultException {@code ATTACHMENT_REFUSED} on a multipart message, {@code CONTENT_TYPE_REFUSED} on another media type */
    @Nullable
    String encoding() {
        var said = contentType();
        if (XopPackage.isSaidBy(said)) {
            throw new FaultException(Fault.ATTACHMENT_REFUSED);
        }
        var type = String.valueOf(said).toLowerCase(Locale.ROOT);
        var mayBeUnsaid = channel() == Channel.JMS && said == null;
        if (!mayBeUnsaid && !XML.contains(type.split(";", -1)[0].strip())) {
            throw new FaultException(Fault.CONTENT_TYPE_REFUSED, ContentType.place(said));
        }
        if (isText()) {
            return StandardCharsets.UTF_8.name();
        }
        return ContentType.charset(type);
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

    /**
     * @throws FaultException {@code HEADER_RESERVED} on a header or property of the transport that could steer Camel, or
     *     that only the hub may write
     */
    void requireUnsteered() {
        if (headers().keySet().stream().map(String::valueOf).anyMatch(this::isReserved)) {
            throw new FaultException(Fault.HEADER_RESERVED);
        }
    }

    private boolean isReserved(String name) {
        return SteeringNames.has(name)
                || (channel() == Channel.JMS && SteeringNames.isOurs(name) && !MARKS.contains(name));
    }

    private @Nullable String header(String name) {
        return headers().entrySet().stream()
                .filter(entry -> name.equalsIgnoreCase(String.valueOf(entry.getKey())))
                .map(entry -> entry.getValue() instanceof List<?> values && !values.isEmpty() ? values.get(0) : null)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .findFirst()
                .orElse(null);
    }

    private Map<?, ?> headers() {
        return message.get(Message.PROTOCOL_HEADERS) instanceof Map<?, ?> headers ? headers : Map.of();
    }
}
