package dev.kapu.registry.participation;

import java.time.Instant;

/**
 * Somebody takes part no more.
 *
 * @param by the partner that said so
 */
public record Withdrawal(Instant at, String by) {}
