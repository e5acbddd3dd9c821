package dev.kapu.registry.registration;

import java.util.UUID;

/**
 * Published as a Spring event before {@link ReviewDecided} of a registration that the Office has not looked at: it decided about
 * another of the same person.
 */
public record ReviewClosedAlong(UUID review) {}
