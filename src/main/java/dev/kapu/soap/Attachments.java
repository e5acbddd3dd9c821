package dev.kapu.soap;

import dev.kapu.audit.DisclosureRecord.Channel;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.soap.xop.XopPackage;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Takes an attachment into its envelope, which then is read as any other: by HTTP, of a sender whom the transport's
 * credential has named, where the contract has {@code base64Binary} (ADR 27).
 */
final class Attachments {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final SoapProperties limits;
    private final XmlInput input;

    Attachments(SoapProperties limits, XmlInput input) {
        this.limits = limits;
        this.input = input;
    }

    /**
     * How the envelope is encoded, which then is in {@code reading}; null to find out from the envelope.
     *
     * @throws FaultException {@code ATTACHMENT_REFUSED}, {@code TOO_LARGE} if the attachment is so as base64, and as
     *     {@link Incoming#encoding}
     */
    @Nullable
    String takeIn(Incoming incoming, @Nullable Service service, Reading reading) {
        var type = incoming.contentType();
        if (type == null
                || service == null
                || !XopPackage.isSaidBy(type)
                || incoming.channel() != Channel.HTTP
                || reading.partner == null) {
            return incoming.encoding();
        }
        var opened = XopPackage.of(type, reading.bytes);
        var envelope = opened.envelope();
        if (envelope.length > limits.maxBytes()) {
            throw new FaultException(Fault.TOO_LARGE);
        }
        reading.unpacked = envelope;
        try {
            reading.unpacked = opened.unpacked(
                    input.open(envelope, UTF_8),
                    path -> BinaryElements.has(service, path),
                    reading.isLarge ? limits.maxWorkbookBytes() : limits.maxBytes());
            return UTF_8;
        } catch (XMLStreamException malformed) {
            throw XmlInput.fault(malformed);
        }
    }
}
