package dev.kapu.registry.responsibility;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another institution answers for a person (K5), or none does (K14).
 *
 * @param subject the person as they stood before: the institution that is released hears of it
 * @param institutionCode that which answered before; the new one where none did
 * @param newInstitutionCode null: nobody answers any more
 */
public record ResponsibleInstitutionChanged(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String institutionCode,
        @Nullable String newInstitutionCode) implements RegistryEvent {}
