package dev.kapu.registry.responsibility;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Another institution answers for a person (K5), or none does (K14).
 *
 * @param subject the person before and after: the institution that is released hears of it, and the one that gains
 * @param institutionCode that which answered before; the new one where none did
 * @param newInstitutionCode null: nobody answers any more
 */
public record ResponsibleInstitutionChanged(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String institutionCode,
        @Nullable String newInstitutionCode) implements RegistryEvent {
    @Override
    public List<String> institutions() {
        return Stream.of(institutionCode, newInstitutionCode)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
