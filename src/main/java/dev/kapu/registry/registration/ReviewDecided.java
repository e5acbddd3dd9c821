package dev.kapu.registry.registration;

import dev.kapu.registry.EducationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Published as a Spring event inside the transaction in which the Office decides about a registration that waited (K2).
 *
 * @param outcome {@code Registered} or {@code AlreadyRegistered}
 * @param told the ID of who is registered already, if the Office lets whoever asked know it; the person is locked. Who did not
 *     ask refuses, and nothing is decided
 */
public record ReviewDecided(
        UUID review, RegistrationOutcome outcome, @Nullable EducationId told) {
    ReviewDecided(UUID review, RegistrationOutcome outcome) {
        this(review, outcome, null);
    }
}
