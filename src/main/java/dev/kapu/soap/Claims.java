package dev.kapu.soap;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import org.jspecify.annotations.Nullable;

/** What a message says of itself must agree with what it is: with its body and with the sender's credential. */
final class Claims {
    private Claims() {}

    static void check(Reading reading, @Nullable String soapAction, Service service) {
        var headers = reading.headers;
        var operation = reading.bodyElement().operation().name();
        if (soapAction != null && !soapAction.equals(service.namespace() + "/" + operation)) {
            throw new FaultException(Fault.ACTION_MISMATCH, "SOAPAction");
        }
        if (headers.id == null) {
            throw new FaultException(Fault.HEADER_MISSING, "id");
        }
        if (headers.client != null && !reading.knownPartner().equals(headers.clientName())) {
            throw new FaultException(Fault.PARTNER_MISMATCH, "client");
        }
        if (headers.service != null && !operation.equals(headers.service.part("serviceCode"))) {
            throw new FaultException(Fault.ACTION_MISMATCH, "service");
        }
        if (headers.protocolVersion != null && !headers.protocolVersion.startsWith("4.")) {
            throw new FaultException(Fault.HEADER_INVALID, "protocolVersion");
        }
    }
}
