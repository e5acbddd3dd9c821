package dev.kapu.portal;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.secret.SecretProof;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Who sees the page; a controller gets it by {@code @AuthenticationPrincipal}. */
record SignedInInstitution(SecretProof proof) implements AuthenticatedPrincipal {
    static final String ROLE = "INSTITUTION";

    InstitutionCode code() {
        return proof.institution();
    }

    /** As the institution is called where it is a client of the hub. */
    String clientName() {
        return "institution-" + getName();
    }

    @Override
    public String getName() {
        return code().text();
    }
}
