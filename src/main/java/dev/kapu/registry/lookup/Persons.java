package dev.kapu.registry.lookup;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.scope.Reach;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks persons up; nobody outside the reach is read (K21). */
@Component
public class Persons {
    private final PersonStore store;
    private final PresentIds ids;
    private final Today today;

    Persons(PersonStore store, PresentIds ids, Today today) {
        this.store = store;
        this.ids = ids;
        this.today = today;
    }

    /**
     * By a retired ID the person is found to whom it belongs now (K1), under their present ID.
     *
     * @return empty if the person is unknown or out of reach; which of the two takes the same time to say
     */
    public Optional<Person> find(EducationId id, Reach reach) {
        var day = today.date();
        return store.find(id, reach, day)
                .or(() -> ids.survivor(id).flatMap(present -> store.find(present, reach, day)));
    }

    /** Says which of the claims differ, and no more; of somebody unknown or out of reach the same as if nothing agreed. */
    public Verification verify(EducationId id, Claims claims, Reach reach) {
        return find(id, reach).map(person -> Verification.of(claims, person)).orElse(Verification.NO_MATCH);
    }
}
