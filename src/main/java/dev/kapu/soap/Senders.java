package dev.kapu.soap;

import dev.kapu.audit.DisclosureRecord.Channel;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.soap.identity.HttpIdentity;
import dev.kapu.soap.signature.SignatureVerifier;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which partner a message is from, by what it proves: certificate, secret, the broker's word, or its signature. */
@Component
final class Senders {
    private final HttpIdentity http;
    private final SignatureVerifier signatures;

    Senders(HttpIdentity http, SignatureVerifier signatures) {
        this.http = http;
        this.signatures = signatures;
    }

    /** By the transport's credential; null if there was none, for a signature may follow. */
    @Nullable
    String byTransport(Incoming incoming) {
        if (incoming.channel() == Channel.JMS) {
            return incoming.brokerUser();
        }
        var request = (HttpServletRequest) incoming.message().get(AbstractHTTPDestination.HTTP_REQUEST);
        return http.of(Objects.requireNonNull(request)).orElse(null);
    }

    /**
     * By the message's signature too, if it has one; both must name the same partner.
     *
     * @param signed the message once more, from its start; called only if it has a security header
     */
    String confirmed(Reading reading, XmlInput.Opening signed) {
        if (reading.headers.secured) {
            var signer = signer(signed.open());
            if (reading.partner != null && !reading.partner.equals(signer)) {
                throw new FaultException(Fault.PARTNER_MISMATCH, "Security");
            }
            return signer;
        }
        if (reading.partner == null) {
            throw new FaultException(Fault.NOT_AUTHENTICATED);
        }
        return reading.partner;
    }

    private String signer(XMLStreamReader2 envelope) {
        try {
            return signatures.verify(envelope);
        } catch (XMLStreamException malformed) {
            throw XmlInput.fault(malformed);
        }
    }
}
