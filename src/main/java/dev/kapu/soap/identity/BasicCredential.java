package dev.kapu.soap.identity;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Name and secret as in RFC 7617. */
record BasicCredential(String name, String secret) {
    private static final String SCHEME = "Basic ";

    /** @throws FaultException CREDENTIAL_INVALID, if there is an {@code Authorization} that is not one such pair */
    static Optional<BasicCredential> of(HttpServletRequest request) {
        List<String> shown = Collections.list(request.getHeaders("Authorization"));
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        String header = shown.get(0);
        if (shown.size() > 1 || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw invalid();
        }
        String pair = decode(header.substring(SCHEME.length()).trim());
        int colon = pair.indexOf(':');
        if (colon < 1) {
            throw invalid();
        }
        return Optional.of(new BasicCredential(pair.substring(0, colon), pair.substring(colon + 1)));
    }

    /** The name of the pair, if there is one. */
    static Optional<String> claimedName(HttpServletRequest request) {
        try {
            return of(request).map(BasicCredential::name);
        } catch (FaultException illegible) {
            return Optional.empty();
        }
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }

    private static FaultException invalid() {
        return new FaultException(Fault.CREDENTIAL_INVALID, "Authorization");
    }

    @Override
    public String toString() {
        return name;
    }
}
