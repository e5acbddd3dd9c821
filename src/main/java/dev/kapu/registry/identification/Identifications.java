package dev.kapu.registry.identification;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.scope.Reach;
import org.springframework.stereotype.Component;

/** An ID alone is easy to guess: whoever brings a person into reach says who they are, and has a few misses a day (ADR 17). */
@Component
public class Identifications {
    private final PersonStore persons;
    private final PresentIds ids;
    private final Misses misses;
    private final Today today;

    Identifications(PersonStore persons, PresentIds ids, IdentificationProperties properties, Today today) {
        this.persons = persons;
        this.ids = ids;
        this.misses = new Misses("kapu.registry.identification.misses-a-day", properties.missesADay(), today);
        this.today = today;
    }

    /**
     * The person, locked until the caller's transaction ends, under the present ID (K1). Unknown, out of reach and other
     * data than the person's are answered alike.
     *
     * @param partner who asks; an institution of the reach counts for itself
     * @throws FaultException {@code Client.Person.NotFound}, {@code Client.Person.TooManyMisses}
     */
    public Person require(Identity claimed, String partner, Reach reach) {
        var who = reach.institution() == null ? partner : reach.institution();
        var asked = claimed.educationId();
        return switch (misses.ask(who, asked, () -> fits(claimed, reach))) {
            case FOUND -> locked(asked, reach);
            case TOO_MANY -> throw new FaultException(Fault.PERSON_MISSES);
            case NOBODY -> throw new FaultException(Fault.PERSON_NOT_FOUND);
        };
    }

    private boolean fits(Identity claimed, Reach reach) {
        return persons.findWithin(ids.current(claimed.educationId()), reach, today.date())
                .filter(claimed::fits)
                .isPresent();
    }

    /** Not a part of the question: others must not wait for it as long as for somebody's lock. */
    private Person locked(EducationId asked, Reach reach) {
        var day = today.date();
        return ids.lock(asked, reach, day)
                .flatMap(locked -> persons.findWithin(locked.id(), reach, day))
                .orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
    }
}
