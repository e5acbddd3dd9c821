package dev.kapu.soap;

import dev.kapu.fault.Contact;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.gate.Gate;
import dev.kapu.gate.Hashes;
import dev.kapu.gate.Rejection;
import dev.kapu.gate.Reply;
import dev.kapu.gate.Request;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The way of a SOAP message to the gate: read, identified, its claims held against its credential. */
@Component
final class SoapDoor {
    private static final Logger log = LoggerFactory.getLogger(SoapDoor.class);

    /** What is read of a message that is refused whatever it says, so that its record can name it. */
    private static final int GLIMPSE = 65_536;

    private final SoapProperties properties;
    private final XmlInput input;
    private final XmlInput workbookInput;
    private final XmlInput largeInput;
    private final LargeBodies large;
    private final Attachments attachments;
    private final EnvelopeReader envelopes;
    private final Senders senders;
    private final Gate gate;
    private final Contact contact;
    private final Clock clock;

    SoapDoor(
            SoapProperties properties,
            WsdlContracts contracts,
            LargeBodies large,
            Senders senders,
            Gate gate,
            Contact contact,
            Clock clock) {
        this.properties = properties;
        this.input = XmlInput.ordinary(properties);
        this.workbookInput = XmlInput.ofWorkbooks(properties.maxBytes(), properties);
        this.largeInput = XmlInput.ofWorkbooks(properties.maxWorkbookBytes(), properties);
        this.large = large;
        this.attachments = new Attachments(properties, input);
        this.envelopes = new EnvelopeReader(contracts.bodies());
        this.senders = senders;
        this.gate = gate;
        this.contact = contact;
        this.clock = clock;
    }

    /** Never throws. */
    Reply handle(Incoming incoming, Service service) {
        return handle(incoming, service, new Problems());
    }

    /**
     * Answers and records what no service may read. Never throws.
     *
     * @param why told only to a sender that is known, or needs none
     */
    Reply refuse(Incoming incoming, @Nullable Service service, FaultException why) {
        var content = new Problems();
        content.add(why);
        return handle(incoming, service, content);
    }

    private Reply handle(Incoming incoming, @Nullable Service service, Problems content) {
        var reading = new Reading();
        try {
            return handle(incoming, service, content, reading);
        } finally {
            large.done(reading);
        }
    }

    private Reply handle(Incoming incoming, @Nullable Service service, Problems content, Reading reading) {
        var at = clock.instant();
        long nanos = System.nanoTime();
        var envelope = new SoapEnvelope(reading.headers, contact);
        try {
            read(incoming, service, reading, content);
        } catch (FaultException no) {
            return refused(receipt(incoming, at, nanos, reading), reading, no, envelope);
        } catch (RuntimeException | LinkageError unexpected) {
            log.error("reading a message failed: {}", unexpected.getClass().getName());
            var no = new FaultException(Fault.INTERNAL);
            return refused(receipt(incoming, at, nanos, reading), reading, no, envelope);
        }
        var body = reading.bodyElement();
        var receipt = receipt(incoming, at, nanos, reading);
        reading.forgetBytes();
        return gate.answer(
                new Request(receipt, reading.knownPartner(), reading.forGate(), body.operation(), body.body()),
                envelope);
    }

    /**
     * Who sends comes before what is sent: a stranger learns nothing about its message and costs no validation. Only that
     * an address or a method leads nowhere is told to anybody.
     *
     * @param service null only where {@code content} has a problem already
     */
    private void read(Incoming incoming, @Nullable Service service, Reading reading, Problems content) {
        var identity = new Problems();
        identity.attempt(() -> senders.byTransport(incoming, reading));
        content.attempt(() -> take(incoming, service, identity.any() || content.any(), reading));
        content.attempt(incoming::requireUnsteered);
        var encoding = content.search(() -> attachments.takeIn(incoming, service, reading));
        XmlInput.Opening opening = () -> input(service, reading).open(reading.envelope(), encoding);
        var atBody = content.search(() -> head(opening, service, reading, identity, content));
        identity.attempt(() -> Senders.requireCredential(reading));
        if (!content.isPublic()) {
            identity.refuse();
        }
        content.refuse();
        if (atBody == null || service == null) {
            throw new IllegalStateException("nothing was wrong, and nothing was read");
        }
        reading.partner = senders.confirmed(incoming, reading, opening);
        envelopes.body(atBody, service, reading);
        Claims.check(reading, incoming.soapAction(), service);
    }

    private XmlInput input(@Nullable Service service, Reading reading) {
        if (reading.isLarge) {
            return largeInput;
        }
        return LargeBodies.isLarge(service) ? workbookInput : input;
    }

    private void take(Incoming incoming, @Nullable Service service, boolean refused, Reading reading) {
        var body = incoming.body();
        var taken = new ByteArrayOutputStream(4096);
        try {
            if (!refused) {
                body.glimpse(properties.maxBytes() + 1, taken);
                if (taken.size() > properties.maxBytes()) {
                    large.admit(incoming, service, reading);
                }
                body.read(reading.isLarge ? properties.maxWorkbookBytes() : properties.maxBytes(), taken);
            } else if (!incoming.waitsForLeave()) {
                body.glimpse(Math.min(GLIMPSE, properties.maxBytes()), taken);
            }
        } finally {
            reading.bytes = taken.toByteArray();
        }
    }

    private XMLStreamReader2 head(
            XmlInput.Opening opening, @Nullable Service service, Reading reading, Problems identity, Problems content) {
        var xml = opening.open();
        envelopes.head(xml, reading, content);
        if (service != null && (identity.any() || content.any())) {
            envelopes.name(xml, service, reading);
        }
        return xml;
    }

    private Reply refused(Request.Receipt receipt, Reading reading, FaultException no, SoapEnvelope envelope) {
        return gate.refuse(
                new Rejection(receipt, reading.partner, reading.forGate(), reading.operation(), no), envelope);
    }

    private static Request.Receipt receipt(Incoming incoming, Instant at, long nanos, Reading reading) {
        return new Request.Receipt(incoming.channel(), at, nanos, reading.bytes.length, Hashes.sha256(reading.bytes));
    }
}
