package dev.kapu.submission;

import dev.kapu.registry.InstitutionCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate with which the head of an institution signs.
 *
 * @param fingerprint SHA-256 of the certificate, in hexadecimal
 */
public record Signer(
        InstitutionCode institution,
        String fingerprint,
        String subject,
        Instant registeredAt,
        @Nullable Instant revokedAt) {}
