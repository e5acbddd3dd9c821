package dev.kapu.registry.identification;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.Today;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.scope.Reach;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** An ID alone is easy to guess: whoever brings a person into reach says who they are, and has a few misses a day (ADR 17). */
@Component
public class Identifications {
    private static final Logger LOG = LoggerFactory.getLogger(Identifications.class);

    private final PersonStore persons;
    private final PresentIds ids;
    private final Misses misses;
    private final Today today;

    Identifications(PersonStore persons, PresentIds ids, IdentificationProperties properties, Today today) {
        this.persons = persons;
        this.ids = ids;
        this.misses = new Misses(properties.missesADay(), today);
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
        if (misses.areTooMany(who, asked)) {
            throw new FaultException(Fault.PERSON_MISSES);
        }
        var day = today.date();
        return persons.findWithin(ids.current(asked), reach, day)
                .filter(claimed::fits)
                .flatMap(person -> ids.lock(asked, reach, day))
                .flatMap(locked -> persons.findWithin(locked.id(), reach, day))
                .orElseThrow(() -> missed(who, claimed));
    }

    private FaultException missed(String who, Identity claimed) {
        if (misses.count(who, claimed.educationId())) {
            LOG.warn("{} has named too many unknown persons today; it can name no more", who);
        }
        return new FaultException(Fault.PERSON_NOT_FOUND);
    }
}
