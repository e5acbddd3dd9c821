package dev.kapu.audit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of one request or one event disclosure: who asked what about whom, by what right, and what left. Never the
 * payload. Everything unknown at the moment of a refusal is null or empty.
 *
 * @param partner the authenticated partner; null where nobody was authenticated
 * @param claimedPartner whom the header named as client, as sent, at most 200 characters
 * @param operation {@code Service/operation}, {@code events/kind}, or the service alone where a queue message was not read
 * @param reason catalogue code of a refusal or failure
 * @param persons education IDs disclosed, or asked about in vain
 * @param fields names of the fields that left
 * @param requestHash SHA-256 of the message as received, 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // records are never compared
public record DisclosureRecord(
        Instant at,
        Channel channel,
        @Nullable String partner,
        @Nullable String claimedPartner,
        @Nullable String endUser,
        @Nullable String representedInstitution,
        @Nullable String operation,
        @Nullable String messageId,
        @Nullable String caseReference,
        @Nullable String purpose,
        @Nullable String grant,
        @Nullable String policyVersion,
        Outcome outcome,
        @Nullable String reason,
        List<String> persons,
        Set<String> fields,
        int requestBytes,
        int answerBytes,
        long durationMicros,
        byte[] requestHash) {

    /** How the request came, or the event left. */
    public enum Channel {
        HTTP,
        JMS,
        QUEUE,
        EVENT
    }

    /** REFUSED: the sender's side is the reason; FAILED: ours. REPEATED: a write's first answer given again. */
    public enum Outcome {
        ANSWERED,
        REPEATED,
        REFUSED,
        FAILED
    }
}
