package dev.kapu.registry.secret;

import dev.kapu.registry.InstitutionCode;

/** That somebody knew the secret of an institution; worth something as long as that secret stands. */
public record SecretProof(InstitutionCode institution, long secret) {}
