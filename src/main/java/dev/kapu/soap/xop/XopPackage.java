package dev.kapu.soap.xop;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** An envelope and the one attachment that it includes. */
public final class XopPackage {
    private static final String XML = "text/xml";
    private static final String XOP = "application/xop+xml";

    private final MimePart root;
    private final MimePart attachment;

    private XopPackage(MimePart root, MimePart attachment) {
        this.root = root;
        this.attachment = attachment;
    }

    public static boolean isSaidBy(@Nullable String contentType) {
        return String.valueOf(contentType).toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** @throws FaultException {@code ATTACHMENT_REFUSED}; {@code ENCODING_REFUSED} if the envelope is not in UTF-8 */
    public static XopPackage of(String contentType, byte[] message) {
        var type = new MediaType(contentType);
        var start = type.parameter("start");
        if (!type.is("multipart/related")
                || !XOP.equalsIgnoreCase(type.parameter("type"))
                || !XML.equalsIgnoreCase(type.parameter("start-info", XML))) {
            throw refused("Content-Type");
        }
        var parts = MimeParts.of(message, type.parameter("boundary", ""));
        if (parts.size() != 2) {
            throw refused("parts");
        }
        boolean rootIsLast = start != null && start.equals(parts.get(1).id());
        if (start != null && !rootIsLast && !start.equals(parts.get(0).id())) {
            throw refused("start");
        }
        var root = parts.get(rootIsLast ? 1 : 0);
        var attachment = parts.get(rootIsLast ? 0 : 1);
        requireEnvelope(root.type());
        if (attachment.type().isComposite()) {
            throw refused("Content-Type");
        }
        return new XopPackage(root, attachment);
    }

    private static void requireEnvelope(MediaType type) {
        if (!type.is(XOP) || !XML.equalsIgnoreCase(type.parameter("type"))) {
            throw refused("Content-Type");
        }
        if (!"utf-8".equalsIgnoreCase(type.parameter("charset", "utf-8"))) {
            throw new FaultException(Fault.ENCODING_REFUSED, "charset");
        }
    }

    /** The envelope with its include, in UTF-8. */
    public byte[] envelope() {
        var body = root.body();
        var bytes = new byte[body.remaining()];
        body.get(bytes);
        return bytes;
    }

    /**
     * The envelope in UTF-8 with the attachment where it was included, as base64: what the sender would have sent without
     * a package, and what a signature is of (XOP 1.0, 3.2).
     *
     * @param reader of {@link #envelope} read as UTF-8, at its start
     * @param mayBe whether the element to which these names lead, from the envelope's on, may be an attachment
     * @param most bytes that this may have
     * @throws FaultException {@code ATTACHMENT_REFUSED}, {@code TOO_LARGE}, {@code MALFORMED_XML}
     */
    public byte[] unpacked(XMLStreamReader2 reader, Predicate<List<QName>> mayBe, int most) throws XMLStreamException {
        var include = Include.theOnly(reader);
        if (!include.names(attachment.id()) || !mayBe.test(include.path())) {
            throw refused("Include");
        }
        var content = attachment.body();
        if (root.body().remaining() + (content.remaining() + 2L) / 3 * 4 > most) {
            throw new FaultException(Fault.TOO_LARGE);
        }
        var text = text();
        var before = StandardCharsets.UTF_8.encode(text.substring(0, include.from()));
        var after = StandardCharsets.UTF_8.encode(text.substring(include.to()));
        var base64 = Base64.getEncoder().encode(content);
        return ByteBuffer.allocate(before.remaining() + base64.remaining() + after.remaining())
                .put(before)
                .put(base64)
                .put(after)
                .array();
    }

    private String text() {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(root.body()).toString();
        } catch (CharacterCodingException broken) {
            throw new FaultException(Fault.MALFORMED_XML);
        }
    }

    static FaultException refused(String where) {
        return new FaultException(Fault.ATTACHMENT_REFUSED, where);
    }
}
