package dev.kapu.registry.registration;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** @param subject the person as registered */
public record PersonRegistered(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String institutionCode,
        String siteSerial,
        String type,
        LocalDate startDate)
        implements RegistryEvent {}
