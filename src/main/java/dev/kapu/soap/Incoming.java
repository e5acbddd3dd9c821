package dev.kapu.soap;

import dev.kapu.audit.DisclosureRecord.Channel;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.gate.SteeringNames;
import dev.kapu.soap.xop.XopPackage;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
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

    /** Written by messaging of a body that it lets not in; whoever else writes them has his own message refused. */
    private static final Map<String, Fault> KEPT_OUT =
            Map.of("kapuTooLarge", Fault.TOO_LARGE, "kapuUnreadable", Fault.INVALID);

    /** Written by messaging in the place of a content type whose encoding nobody knows. */
    private static final String ENCODING_UNKNOWN = "kapuEncodingUnknown";

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

    /** Only of a message by queue. */
    QueueDelivery delivery() {
        return new QueueDelivery(message);
    }

    IncomingBody body() {
        return new IncomingBody(message, keptOut());
    }

    private @Nullable Fault keptOut() {
        return KEPT_OUT.entrySet().stream()
                .filter(mark -> channel() == Channel.JMS && header(mark.getKey()) != null)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Whether the sender keeps the body back until it is asked for (RFC 9110, 10.1.1). */
    boolean waitsForLeave() {
        return channel() == Channel.HTTP && "100-continue".equalsIgnoreCase(http().getHeader("Expect"));
    }

    @Nullable
    String contentType() {
        return (String) message.get(Message.CONTENT_TYPE);
    }

    /**
     * @throws FaultException {@code ATTACHMENT_REFUSED} on a multipart message, {@code CONTENT_TYPE_REFUSED} on another
     *     media type, {@code HEADER_INVALID} on an encoding that messaging could not read
     */
    @Nullable
    String encoding() {
        if (channel() == Channel.JMS && header(ENCODING_UNKNOWN) != null) {
            throw new FaultException(Fault.HEADER_INVALID, "SOAPJMS_contentType");
        }
        var said = contentType();
        if (XopPackage.isSaidBy(said)) {
            throw new FaultException(Fault.ATTACHMENT_REFUSED);
        }
        var type = String.valueOf(said).toLowerCase(Locale.ROOT);
        var mayBeUnsaid = channel() == Channel.JMS && said == null;
        if (!mayBeUnsaid && !XML.contains(type.split(";", -1)[0].strip())) {
            throw new FaultException(Fault.CONTENT_TYPE_REFUSED, ContentType.place(said));
        }
        if (body().isText()) {
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
        return SteeringNames.has(name) || (channel() == Channel.JMS && SteeringNames.isOurs(name) && !isMark(name));
    }

    private static boolean isMark(String name) {
        return KEPT_OUT.containsKey(name) || name.equals(ENCODING_UNKNOWN);
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
