package dev.kapu.access;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for what, on whose behalf.
 *
 * @param partner name of the authenticated partner
 * @param operation {@code Service/operation} or {@code events/kind}
 * @param purpose the purpose named in the header; null where the sender named none
 * @param representedInstitution institution code in the sender's {@code representedParty} header
 * @param namedInstitution institution code in the body, or of the event
 */
public record Question(
        String partner,
        String operation,
        @Nullable String purpose,
        @Nullable String representedInstitution,
        @Nullable String namedInstitution) {
    private static final String EVENTS = "events/";

    /** Then nobody asks: the hub offers, and the partner represents the institution named or does not. */
    boolean isEvent() {
        return operation.startsWith(EVENTS);
    }
}
