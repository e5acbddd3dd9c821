package dev.kapu.registry.registration;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.doubles.Doubles;
import dev.kapu.registry.doubles.Likeness.Degree;
import dev.kapu.registry.person.NewPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Those who wait for the Office's decision to be registered: nobody of them is held, yet a newcomer may be one of them
 * (K2).
 */
@Component
class Waiting {
    private static final Logger log = LoggerFactory.getLogger(Waiting.class);

    private final WaitingStore store;
    private final ReviewStore reviews;
    private final OpenedReviews opened;
    private final Doubles doubles;

    Waiting(WaitingStore store, ReviewStore reviews, OpenedReviews opened, Doubles doubles) {
        this.store = store;
        this.reviews = reviews;
        this.opened = opened;
        this.doubles = doubles;
    }

    /** @param same beyond doubt; otherwise the two are only alike */
    record Alike(UUID review, boolean same) {}

    /** Opens a review, within the caller's transaction; from now on others find who waits. */
    UUID open(Registrations.Entry entry, List<EducationId> alike) {
        var review = opened.open(entry, alike);
        store.insert(review, doubles.keys(entry.person()));
        return review;
    }

    /** Reviews that an earlier version opened. */
    @EventListener(ApplicationReadyEvent.class)
    void findable() {
        try {
            enterMissing();
        } catch (DataAccessException later) {
            log.warn(
                    "Who waits since an earlier version is made findable at the next start: {}",
                    later.getClass().getSimpleName());
        }
    }

    private void enterMissing() {
        for (var review : store.withoutKeys()) {
            reviews.find(review)
                    .flatMap(row -> Optional.ofNullable(row.reported()))
                    .ifPresent(reported -> store.insert(review, doubles.keys(reported.person())));
        }
    }

    /** No longer waits. */
    void forget(UUID review) {
        store.delete(review);
    }

    /** Who else waits and is the same as, or like, the one of the review. */
    List<Alike> others(UUID review, NewPerson person) {
        return alike(List.of(person)).get(0).stream()
                .filter(other -> !other.review().equals(review))
                .toList();
    }

    /** For each the open reviews of others who are the same or alike, in the order asked, with one query. */
    List<List<Alike>> alike(List<NewPerson> persons) {
        var found = Stream.generate(() -> (List<Alike>) new ArrayList<Alike>())
                .limit(persons.size())
                .toList();
        for (var sharer : store.sharing(persons.stream().map(doubles::askedKeys).toList())) {
            var degree = doubles.compare(
                    persons.get(sharer.place()), sharer.reported().person());
            if (degree != Degree.NONE) {
                found.get(sharer.place()).add(new Alike(sharer.review(), degree == Degree.SAME));
            }
        }
        return found;
    }
}
