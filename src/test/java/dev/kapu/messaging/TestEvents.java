package dev.kapu.messaging;

import dev.kapu.registry.movement.AffiliationEnded;
import dev.kapu.scope.Scope;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Ends of affiliations to test with. */
final class TestEvents {
    private TestEvents() {}

    static AffiliationEnded ended(String person) {
        return new AffiliationEnded(
                UUID.randomUUID(),
                Instant.parse("2026-06-15T10:00:00.123Z"),
                new Subject(person, Set.of("040003", "029745"), null, Set.of(Scope.CARDHOLDERS)),
                "040003",
                "002",
                "compulsory-student",
                LocalDate.parse("2026-06-15"),
                List.of("1234567890123456"));
    }
}
