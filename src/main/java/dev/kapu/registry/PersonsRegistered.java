package dev.kapu.registry;

import dev.kapu.scope.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Published as a Spring event inside the transaction that registers people; whoever listens joins that transaction. */
public record PersonsRegistered(List<One> persons) {
    /** @param subject the person as registered */
    public record One(
            UUID eventId,
            Instant occurredAt,
            Subject subject,
            String institutionCode,
            String siteSerial,
            String type,
            LocalDate startDate) {}
}
