package dev.kapu.registry.secret;

import dev.kapu.registry.InstitutionCode;
import java.time.Instant;

/** @param confirmed whether the old secret has been revoked and a letter with a new one waits to be collected */
public record SecretRequest(InstitutionCode institution, Instant askedAt, boolean confirmed) {}
