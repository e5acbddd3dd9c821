package dev.kapu.soap;

import dev.kapu.access.Partners;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which partner a message is from, by what it proves: certificate, secret, signature, or the broker's word. */
@Component
final class Senders {
    private final Partners partners;

    Senders(Partners partners) {
        this.partners = partners;
    }

    /** By the transport's credential; null if there was none, for a signature may follow. */
    @Nullable
    String proven(Incoming incoming) {
        var request = (jakarta.servlet.http.HttpServletRequest)
                incoming.message().get(org.apache.cxf.transport.http.AbstractHTTPDestination.HTTP_REQUEST);
        var header = request == null ? null : request.getHeader("Authorization");
        if (header == null) {
            return null;
        }
        var pair = new String(
                        java.util.Base64.getDecoder().decode(header.substring(6)),
                        java.nio.charset.StandardCharsets.UTF_8)
                .split(":", 2);
        return partners.bySecret(pair[0], pair[1])
                .orElseThrow(() -> new FaultException(Fault.CREDENTIAL_INVALID))
                .name();
    }

    /** By the message's signature too, if it has one; both must name the same partner. */
    String proven(Reading reading, byte[] envelope) {
        if (reading.partner == null) {
            throw new FaultException(Fault.NOT_AUTHENTICATED);
        }
        return reading.partner;
    }
}
