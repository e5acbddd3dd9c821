package dev.kapu.registry.secret;

import dev.kapu.fault.FaultException;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.institution.Institutions;
import dev.kapu.registry.secret.InstitutionSecretChanged.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way to a new secret: asked for, confirmed by who has the right, printed by the Office (K18, W2, W5). */
@Component
public class SecretRequests {
    /** What a stranger asked for and the Office has not confirmed is forgotten then. */
    static final Duration PATIENCE = Duration.ofDays(30);

    private final SecretRequestStore requests;
    private final InstitutionSecretStore secrets;
    private final InstitutionSecrets issuer;
    private final Institutions institutions;
    private final Today today;

    SecretRequests(
            SecretRequestStore requests,
            InstitutionSecretStore secrets,
            InstitutionSecrets issuer,
            Institutions institutions,
            Today today) {
        this.requests = requests;
        this.secrets = secrets;
        this.issuer = issuer;
        this.institutions = institutions;
        this.today = today;
    }

    /** Anybody may ask (W2), so that it revokes nothing, and nobody learns whether there is such an institution. */
    public void ask(InstitutionCode institution) {
        requests.ask(institution, today.instant());
    }

    /** Open requests of strangers, the oldest first. */
    public List<SecretRequest> unconfirmed(int most) {
        return requests.unconfirmed(today.instant().minus(PATIENCE), most);
    }

    /** Whose letters were collected since then, the first collected first: whom to ask anew for if the letters were lost. */
    public List<SecretRequest> collectedSince(Instant since, int most) {
        return requests.collectedSince(since, most);
    }

    /**
     * The secret of the institution stops at this moment (W5), and a letter waits for the Office. Where one waits already
     * it stays as it is.
     *
     * @param by partner that has the right to ask
     * @throws FaultException {@code Client.Institution.NotFound}, also for one that is closed
     */
    @Transactional
    public SecretRequest confirm(InstitutionCode institution, String by) {
        issuer.requireActive(institution);
        secrets.lock(institution);
        boolean stops = secrets.revoke(institution, today.instant());
        if (stops || !requests.isConfirmed(institution)) {
            issuer.tell(institution, Change.REQUESTED);
        }
        return requests.confirm(institution, by, today.instant());
    }

    /** Issues a secret for each waiting letter; none is ever told again. */
    @Transactional
    public List<SecretLetter> collect(int most) {
        var letters = new ArrayList<SecretLetter>();
        for (var waiting : requests.waiting(most)) {
            secrets.lock(waiting.institution());
            if (requests.collected(waiting.id(), today.instant())) {
                letters.add(new SecretLetter(
                        institutions.find(waiting.institution()),
                        waiting.askedAt(),
                        issuer.issue(waiting.institution())));
            }
        }
        return letters;
    }
}
