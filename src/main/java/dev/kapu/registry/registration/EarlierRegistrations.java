package dev.kapu.registry.registration;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.doubles.Doubles;
import dev.kapu.registry.doubles.Likeness.Degree;
import dev.kapu.registry.person.NewPerson;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the registry knows of somebody who is brought once more, perhaps because an answer was lost (K2). */
@Component
public class EarlierRegistrations {
    private final Doubles doubles;
    private final Waiting waiting;
    private final ReviewStore reviews;
    private final PresentIds ids;

    EarlierRegistrations(Doubles doubles, Waiting waiting, ReviewStore reviews, PresentIds ids) {
        this.doubles = doubles;
        this.waiting = waiting;
        this.reviews = reviews;
        this.ids = ids;
    }

    /**
     * @param reviews in which somebody waits, or turned out to be held already, who is the same beyond doubt; whoever
     *     reported them
     * @param held all IDs of who is held and the same beyond doubt; empty if nobody is
     */
    public record Found(List<UUID> reviews, List<EducationId> held) {
        /** Hazard: must not show whom it is about. */
        @Override
        public String toString() {
            return "Found";
        }
    }

    /**
     * Within a transaction that has called {@link Registrations#lockAll} for the person, or it misses who is registered at
     * this moment. It is no answer to anybody: whoever calls picks from it what whoever asks has reported.
     */
    public Found find(NewPerson person) {
        // Who waits first: a decision between the two questions takes them from those who wait to those who are held.
        var waits = waiting.alike(List.of(person)).get(0).stream()
                .filter(Waiting.Alike::same)
                .map(Waiting.Alike::review);
        var likeness = doubles.find(List.of(person)).get(0);
        var ended = reviews.foundHeld(likeness.persons()).stream()
                .filter(review -> doubles.compare(person, review.reported()) == Degree.SAME)
                .map(ReviewStore.Ended::id);
        var held = likeness.degree() == Degree.SAME ? ids.all(likeness.persons().get(0)) : List.<EducationId>of();
        return new Found(Stream.concat(waits, ended).toList(), held);
    }
}
