package dev.kapu.registry.registration;

import java.util.UUID;

/**
 * Published as a Spring event inside the transaction in which the Office decides about a registration that waited (K2).
 *
 * @param outcome {@code Registered} or {@code AlreadyRegistered}
 */
public record ReviewDecided(UUID review, RegistrationOutcome outcome) {}
