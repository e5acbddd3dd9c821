package dev.kapu.registry.movement;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The end of an affiliation was reported, or its last day corrected (K11).
 *
 * @param subject the person as they stood the moment before the end; it says whether they have to do with cards
 * @param cardNumbers cards whose entitlement now comes to an end: those of the kind, if no other affiliation entitles to it
 */
public record AffiliationEnded(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String institutionCode,
        String siteSerial,
        String type,
        LocalDate endDate,
        List<String> cardNumbers)
        implements RegistryEvent {
    @Override
    public List<String> institutions() {
        return institutionAndAnswering();
    }
}
