package dev.kapu.registry.amendment;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.registry.Today;
import dev.kapu.registry.amendment.Amendment.Reason;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Published as a Spring event inside the transaction that amends a person; whoever listens joins that transaction. It
 * names the fields and not their values: who may have those asks for them.
 *
 * @param institutionCode which answers for the data; empty if none does
 * @param reason as contracts write it
 */
public record PersonAmended(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String institutionCode,
        String reason,
        LocalDate changedOn,
        Set<String> changedFields)
        implements RegistryEvent {
    public static PersonAmended now(
            Today today, Subject subject, Reason reason, LocalDate changedOn, Set<String> fields) {
        return new PersonAmended(
                UUID.randomUUID(),
                today.instant(),
                subject,
                Objects.requireNonNullElse(subject.responsibleInstitution(), ""),
                reason.name().toLowerCase(Locale.ROOT),
                changedOn,
                fields);
    }
}
