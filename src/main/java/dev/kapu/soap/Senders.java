package dev.kapu.soap;

import dev.kapu.audit.DisclosureRecord.Channel;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.soap.identity.HttpIdentity;
import dev.kapu.soap.signature.SignatureVerifier;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.springframework.stereotype.Component;

/** Which partner a message is from, by what it proves: certificate, secret, the broker's word, or its signature. */
@Component
final class Senders {
    private final HttpIdentity http;
    private final SignatureVerifier signatures;
    private final BrokersWord broker;

    Senders(HttpIdentity http, SignatureVerifier signatures, BrokersWord broker) {
        this.http = http;
        this.signatures = signatures;
        this.broker = broker;
    }

    /** By the transport's credential. There may be none, for a signature may follow. */
    void byTransport(Incoming incoming, Reading reading) {
        if (incoming.channel() == Channel.JMS && !broker.counts()) {
            incoming.delivery().holdAnswer();
        } else if (incoming.channel() == Channel.JMS) {
            var delivery = incoming.delivery();
            var user = delivery.brokerUser();
            reading.partner = user;
            delivery.requireReplyQueueOf(user);
        } else {
            reading.claimed = http.claimed(incoming.http()).orElse(null);
            reading.partner = http.of(incoming.http()).orElse(null);
        }
    }

    /** @throws FaultException {@code NOT_AUTHENTICATED} if neither the transport nor the headers have a credential */
    static void requireCredential(Reading reading) {
        if (reading.partner == null && !reading.headers.secured) {
            throw new FaultException(Fault.NOT_AUTHENTICATED);
        }
    }

    /**
     * By the message's signature too, if it has one; both must name the same partner. An answer by queue goes to that
     * partner.
     *
     * @param signed the message once more, from its start; called only if it has a security header
     */
    String confirmed(Incoming incoming, Reading reading, XmlInput.Opening signed) {
        if (reading.headers.secured) {
            var signer = signer(signed.open());
            if (reading.partner != null && !reading.partner.equals(signer)) {
                throw new FaultException(Fault.PARTNER_MISMATCH, "Security");
            }
            if (incoming.channel() == Channel.JMS) {
                incoming.delivery().requireReplyQueueOf(signer);
            }
            return signer;
        }
        return reading.knownPartner();
    }

    private String signer(XMLStreamReader2 envelope) {
        try {
            return signatures.verify(envelope);
        } catch (XMLStreamException malformed) {
            throw XmlInput.fault(malformed);
        }
    }
}
