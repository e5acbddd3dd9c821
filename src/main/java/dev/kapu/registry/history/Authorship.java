package dev.kapu.registry.history;

import dev.kapu.registry.InstitutionCode;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says on whose behalf the rest of the current transaction changes the registry; the history keeps it. For a request
 * the gate has said it already: this is for what runs later, such as a submission that is accepted.
 */
@Component
public class Authorship {
    private final AuthorStore store;

    Authorship(AuthorStore store) {
        this.store = store;
    }

    /** The partner and the end user stay: who sent the message that carries out what the institution reported. */
    public void reportedBy(InstitutionCode institution, Instant at) {
        store.setInstitution(institution.text());
        store.setReported(at);
    }

    /** As {@link #reportedBy}, for one change within a transaction that is somebody else's; null: of no institution. */
    public <T> T reportedBy(@Nullable InstitutionCode institution, Instant at, Supplier<T> change) {
        var before = store.institution();
        var reported = store.reported();
        store.setInstitution(institution == null ? "" : institution.text());
        store.setReported(at);
        var changed = change.get();
        store.setInstitution(before);
        store.setReported(reported);
        return changed;
    }

    /** Who carries it out stays. What was reported at this moment is late or not by it (K13), whenever it takes effect. */
    public void reportedAt(Instant at) {
        store.setReported(at);
    }

    /** @param endUser as the partner named them */
    public void sign(@Nullable String partner, @Nullable String institution, @Nullable String endUser) {
        store.set(partner, institution, endUser);
    }
}
