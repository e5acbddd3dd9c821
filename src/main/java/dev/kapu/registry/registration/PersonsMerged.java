package dev.kapu.registry.registration;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Two persons turned out to be one (K1, K2).
 *
 * @param subject the survivor, with all institutions that are concerned by either of the two, and where either stands
 */
public record PersonsMerged(UUID eventId, Instant occurredAt, Subject subject, String retired, String survivor)
        implements RegistryEvent {
    /** That which answers for the survivor; empty if none does. */
    @Override
    public String institutionCode() {
        return subject.responsibleInstitution() == null ? "" : subject.responsibleInstitution();
    }

    @Override
    public List<String> institutions() {
        return Stream.concat(
                        Stream.of(institutionCode()),
                        subject.affiliatedWith().stream().sorted())
                .distinct()
                .toList();
    }
}
