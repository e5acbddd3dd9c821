package dev.kapu.registry.registration;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param subject the person as registered
 * @param institutionCode of the first affiliation; empty if there is none (K14)
 */
public record PersonRegistered(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String institutionCode,
        @Nullable String siteSerial,
        @Nullable String type,
        @Nullable LocalDate startDate)
        implements RegistryEvent {}
