package dev.kapu.registry.movement;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An announced affiliation was taken back before it began.
 *
 * @param subject the person as they stood the moment before; the institution is one of theirs
 */
public record AffiliationCancelled(
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
