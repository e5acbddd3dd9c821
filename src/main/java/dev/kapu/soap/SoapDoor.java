package dev.kapu.soap;

import dev.kapu.fault.Contact;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.gate.Gate;
import dev.kapu.gate.Hashes;
import dev.kapu.gate.Rejection;
import dev.kapu.gate.Reply;
import dev.kapu.gate.Request;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The way of a SOAP message to the gate: read, identified, its claims held against its credential. */
@Component
final class SoapDoor {
    private static final Logger log = LoggerFactory.getLogger(SoapDoor.class);

    private final SoapProperties properties;
    private final XmlInput input;
    private final EnvelopeReader reader;
    private final Senders senders;
    private final Gate gate;
    private final Contact contact;
    private final Clock clock;

    SoapDoor(
            SoapProperties properties,
            WsdlContracts contracts,
            Senders senders,
            Gate gate,
            Contact contact,
            Clock clock) {
        this.properties = properties;
        this.input = new XmlInput(properties.maxBytes(), properties.maxDepth());
        this.reader = new EnvelopeReader(contracts.bodies());
        this.senders = senders;
        this.gate = gate;
        this.contact = contact;
        this.clock = clock;
    }

    /** Never throws. */
    Reply handle(Incoming incoming, Service service) {
        var at = clock.instant();
        long nanos = System.nanoTime();
        var reading = new Reading();
        var envelope = new SoapEnvelope(reading.headers, contact);
        byte[] bytes = new byte[0];
        try {
            bytes = incoming.bytes(properties.maxBytes());
            reading.partner = senders.byTransport(incoming);
            var opening = opening(bytes, incoming.encoding());
            reader.read(opening.open(), service, reading);
            reading.partner = senders.confirmed(reading, opening);
            Claims.check(reading, incoming.soapAction(), service);
        } catch (FaultException no) {
            return refused(receipt(incoming, at, nanos, bytes), reading, no, envelope);
        } catch (RuntimeException | LinkageError unexpected) {
            log.error("reading a message failed: {}", unexpected.getClass().getName());
            var no = new FaultException(Fault.INTERNAL);
            return refused(receipt(incoming, at, nanos, bytes), reading, no, envelope);
        }
        var body = reading.bodyElement();
        return gate.answer(
                new Request(
                        receipt(incoming, at, nanos, bytes),
                        reading.knownPartner(),
                        reading.forGate(),
                        body.operation(),
                        body.body()),
                envelope);
    }

    private Reply refused(Request.Receipt receipt, Reading reading, FaultException no, SoapEnvelope envelope) {
        return gate.refuse(
                new Rejection(receipt, reading.partner, reading.forGate(), reading.operation(), no), envelope);
    }

    private XmlInput.Opening opening(byte[] bytes, @Nullable String encoding) {
        return () -> input.open(bytes, encoding);
    }

    private static Request.Receipt receipt(Incoming incoming, Instant at, long nanos, byte[] bytes) {
        return new Request.Receipt(incoming.channel(), at, nanos, bytes.length, Hashes.sha256(bytes));
    }
}
