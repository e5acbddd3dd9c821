package dev.kapu.registry.registration;

import dev.kapu.registry.EducationId;
import java.util.UUID;

/** What became of an attempt to register somebody (K2). It never shows the registrant another person's data. */
public sealed interface RegistrationOutcome {
    /** A new person with a new ID (K1). */
    record Registered(EducationId educationId) implements RegistrationOutcome {}

    /** Exactly the same person is held already: to be affiliated by ID (K2, K11, W4). */
    record AlreadyRegistered() implements RegistrationOutcome {}

    /** Somebody alike is held, or waits for the Office, too: it decides (K2). Nothing is registered until then. */
    record InReview(UUID review) implements RegistrationOutcome {}
}
