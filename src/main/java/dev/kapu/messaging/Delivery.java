package dev.kapu.messaging;

import dev.kapu.scope.Subject;
import java.time.Instant;
import java.util.UUID;

/** One event for one partner, as it lies in the outbox. */
record Delivery(
        UUID eventId,
        String kind,
        String partner,
        Subject subject,
        String institution,
        String body,
        Instant occurredAt) {

    /** @param attempts those before */
    record Due(long id, Delivery delivery, int attempts) {}

    /** What an attempt came to. */
    sealed interface Outcome {
        record Sent() implements Outcome {}

        /** The partner has no right to it, which is final. */
        record NotEntitled() implements Outcome {}

        /** @param code of the fault catalogue */
        record Failed(String code) implements Outcome {}

        /** Not tried; as due as before. */
        record Untried() implements Outcome {}
    }

    record Result(long id, Outcome outcome) {}
}
