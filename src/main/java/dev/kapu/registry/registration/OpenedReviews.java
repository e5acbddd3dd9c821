package dev.kapu.registry.registration;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts on the Office's list who might be whom (K2), within the caller's transaction, and publishes {@link ReviewOpened}. */
@Component
public class OpenedReviews {
    private final ReviewChangeStore store;
    private final ApplicationEventPublisher events;
    private final Today today;

    OpenedReviews(ReviewChangeStore store, ApplicationEventPublisher events, Today today) {
        this.store = store;
        this.events = events;
        this.today = today;
    }

    /** Somebody waits to be registered. */
    UUID open(Registrations.Entry entry, List<EducationId> alike) {
        var affiliation = entry.affiliation();
        return told(store.open(entry, alike), affiliation == null ? null : affiliation.institution());
    }

    /** Persons who are held look like one. */
    public UUID open(InstitutionCode institution, List<EducationId> alike) {
        return told(store.open(institution, alike), institution);
    }

    /** Persons who are held, when two of those in question have become one. */
    void openRest(@Nullable InstitutionCode institution, List<EducationId> alike) {
        told(store.open(institution, alike), institution);
    }

    private UUID told(UUID review, @Nullable InstitutionCode institution) {
        events.publishEvent(new ReviewOpened(
                UUID.randomUUID(), today.instant(), review, institution == null ? "" : institution.text()));
        return review;
    }
}
