package dev.kapu.registry.movement;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An affiliation that was told will not be or never was: taken back before it began, annulled, or corrected; then what is
 * right is told as started.
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
