package dev.kapu.registry.movement;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A new affiliation was reported (K11).
 *
 * @param subject the person as they stand with the new affiliation, also if it begins later
 */
public record AffiliationStarted(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String institutionCode,
        String siteSerial,
        String type,
        LocalDate startDate)
        implements RegistryEvent {
    @Override
    public List<String> institutions() {
        return institutionAndAnswering();
    }
}
