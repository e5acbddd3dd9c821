package dev.kapu.registry.secret;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.institution.Institutions;
import dev.kapu.registry.secret.InstitutionSecretChanged.Change;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What institutions prove themselves by (K18). Nothing is remembered: each question goes to the database. */
@Component
public class InstitutionSecrets {
    private static final byte[] NOBODYS = new byte[32];

    private final InstitutionSecretStore store;
    private final Institutions institutions;
    private final ApplicationEventPublisher events;
    private final Today today;

    InstitutionSecrets(
            InstitutionSecretStore store, Institutions institutions, ApplicationEventPublisher events, Today today) {
        this.store = store;
        this.institutions = institutions;
        this.events = events;
        this.today = today;
    }

    /**
     * A new secret, told only this once. The old one stops with the same transaction.
     *
     * @throws FaultException {@code Client.Institution.NotFound}, also for one that is closed
     */
    @Transactional
    public String issue(InstitutionCode institution) {
        requireActive(institution);
        store.lock(institution);
        var secret = SecretText.random();
        store.revoke(institution, today.instant());
        store.insert(institution, SecretText.hash(secret), today.instant());
        tell(institution, Change.ISSUED);
        return secret;
    }

    /** Takes the same time for a wrong secret as for an institution that has none, is closed or does not exist. */
    public boolean matches(InstitutionCode institution, String secret) {
        return prove(institution, secret).isPresent();
    }

    /** As {@link #matches}, for whoever must ask later whether that secret still {@linkplain #stands stands}. */
    public Optional<SecretProof> prove(InstitutionCode institution, String secret) {
        var hash = SecretText.hash(secret);
        var standing = store.standing(institution);
        var same = MessageDigest.isEqual(
                standing.map(InstitutionSecretStore.Standing::sha256).orElse(NOBODYS), hash);
        return standing.filter(known -> same).map(known -> new SecretProof(institution, known.id()));
    }

    /** Whether the secret has neither been replaced nor revoked, and its institution is active. */
    public boolean stands(SecretProof proof) {
        return store.standing(proof.institution())
                .filter(standing -> standing.id() == proof.secret())
                .isPresent();
    }

    /** Whether the institution ever had a secret, standing or not. */
    public boolean everIssued(InstitutionCode institution) {
        return store.everIssued(institution);
    }

    /** Within the transaction of the change. */
    void tell(InstitutionCode institution, Change change) {
        events.publishEvent(
                new InstitutionSecretChanged(UUID.randomUUID(), today.instant(), institution.text(), change));
    }

    void requireActive(InstitutionCode institution) {
        if (!institutions.find(institution).active()) {
            throw new FaultException(Fault.INSTITUTION_NOT_FOUND, "institutionCode");
        }
    }
}
