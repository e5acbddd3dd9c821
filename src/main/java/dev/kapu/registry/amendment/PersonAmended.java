package dev.kapu.registry.amendment;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.RegistryEvent;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    static PersonAmended now(
            Today today,
            Amendment amendment,
            EducationId id,
            List<Affiliation> held,
            @Nullable String responsible,
            Set<String> fields) {
        var institutions = held.stream()
                .filter(affiliation -> affiliation.isOpenOn(today.date()))
                .map(affiliation -> affiliation.institution().text())
                .collect(Collectors.toUnmodifiableSet());
        return new PersonAmended(
                UUID.randomUUID(),
                today.instant(),
                new Subject(id.text(), institutions, responsible),
                responsible == null ? "" : responsible,
                amendment.reason().name().toLowerCase(Locale.ROOT),
                amendment.changedOn(),
                fields);
    }
}
