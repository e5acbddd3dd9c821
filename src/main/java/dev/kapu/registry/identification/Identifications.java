package dev.kapu.registry.identification;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.Today;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.scope.Reach;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
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
        var found = new AtomicReference<@Nullable Person>();
        var outcome = misses.ask(who, asked, () -> {
            found.set(locked(claimed, reach));
            return found.get() != null;
        });
        if (outcome == Misses.Outcome.NOBODY_FOR_THE_LAST_TIME) {
            LOG.warn("{} has named too many unknown persons today; it can name no more", who);
        }
        var person = found.get();
        if (person == null) {
            throw new FaultException(outcome == Misses.Outcome.TOO_MANY ? Fault.PERSON_MISSES : Fault.PERSON_NOT_FOUND);
        }
        return person;
    }

    private @Nullable Person locked(Identity claimed, Reach reach) {
        var day = today.date();
        return persons.findWithin(ids.current(claimed.educationId()), reach, day)
                .filter(claimed::fits)
                .flatMap(person -> ids.lock(claimed.educationId(), reach, day))
                .flatMap(locked -> persons.findWithin(locked.id(), reach, day))
                .orElse(null);
    }
}
