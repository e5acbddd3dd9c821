package dev.kapu.registry.amendment;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.doubles.Doubles;
import dev.kapu.registry.doubles.Likeness.Degree;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.registration.OpenedReviews;
import dev.kapu.registry.registration.ReviewStore;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Nobody becomes somebody else by an amendment; who becomes like another is looked at by the Office (K2). */
@Component
class AmendedDoubles {
    private final Doubles doubles;
    private final PossibleAmendments possible;
    private final ReviewStore reviews;
    private final OpenedReviews opened;

    AmendedDoubles(Doubles doubles, PossibleAmendments possible, ReviewStore reviews, OpenedReviews opened) {
        this.doubles = doubles;
        this.possible = possible;
        this.reviews = reviews;
        this.opened = opened;
    }

    /**
     * Keeps from now on what the person is compared by.
     *
     * @throws FaultException {@code Client.Person.WouldBeDouble}
     */
    void replace(Person old, Person changed, @Nullable String responsible) {
        var person = NewPerson.of(changed);
        doubles.lock(Stream.of(person));
        var likeness = possible.likeness(old, changed);
        if (likeness.degree() == Degree.SAME) {
            throw new FaultException(Fault.WOULD_BE_DOUBLE);
        }
        doubles.replace(old.educationId(), NewPerson.of(old), person);
        var unseen = likeness.without(other -> reviews.isKnown(old.educationId(), other))
                .persons();
        if (responsible != null && !unseen.isEmpty()) {
            var together = new ArrayList<>(unseen);
            together.add(old.educationId());
            opened.open(new InstitutionCode(responsible), together);
        }
    }
}
