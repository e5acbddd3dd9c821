package dev.kapu.soap;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.soap.identity.HttpIdentity;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What a request must be so that CXF takes it to the door, or publishes a contract. */
final class HttpRules {
    private HttpRules() {}

    /** The page for people lies at the empty path. */
    static boolean asksForList(HttpServletRequest request) {
        return request.getPathInfo() == null
                && (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"));
    }

    /** @throws FaultException for what CXF would answer itself, or begin to read for nothing */
    static void require(HttpServletRequest request, @Nullable Service service, int maxBytes) {
        if (service == null) {
            throw new FaultException(Fault.UNKNOWN_SERVICE);
        }
        if (!request.getMethod().equals("POST")) {
            throw new FaultException(Fault.METHOD_REFUSED);
        }
        HttpIdentity.requireLegible(request);
        var encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new FaultException(Fault.ENCODING_REFUSED, "Content-Encoding");
        }
        ContentType.charset(request.getContentType());
        if (request.getContentLengthLong() > maxBytes) {
            throw new FaultException(Fault.TOO_LARGE);
        }
    }
}
