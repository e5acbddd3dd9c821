package dev.kapu.registry.secret;

import dev.kapu.registry.InstitutionCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param confirmed whether the old secret has been revoked and a letter with a new one waits or was collected
 * @param collectedAt when a new secret was issued for the letter
 */
public record SecretRequest(
        InstitutionCode institution,
        Instant askedAt,
        boolean confirmed,
        @Nullable Instant collectedAt) {}
