package dev.kapu.messaging;

import dev.kapu.fault.Fault;
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
    /** Hazard: the body and the person must not reach a log line. */
    @Override
    public String toString() {
        return "Delivery " + eventId;
    }

    /**
     * @param attempts those before
     * @param ownFailures those of them at which the hub failed at this very event
     */
    record Due(long id, Delivery delivery, int attempts, int ownFailures) {}

    /** What an attempt came to. */
    sealed interface Outcome {
        record Sent() implements Outcome {}

        /** The partner has no right to it, which is final. */
        record NotEntitled() implements Outcome {}

        record Failed(Fault fault) implements Outcome {
            /** The hub fails at this very event; what else fails is on the way, and passes. As for messages to the hub. */
            boolean isOfTheEvent() {
                return fault == Fault.INTERNAL || !fault.retryable();
            }
        }

        /** Not tried; as due as before. */
        record Untried() implements Outcome {}
    }

    record Result(Due due, Outcome outcome) {}
}
