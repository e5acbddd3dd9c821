package dev.kapu.registry;

import dev.kapu.scope.Reach;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks persons up; nobody outside the reach is read (K21). */
@Component
public class Persons {
    private final PersonStore store;
    private final Today today;

    Persons(PersonStore store, Today today) {
        this.store = store;
        this.today = today;
    }

    /** @return empty if the person is unknown or out of reach; which of the two takes the same time to say */
    public Optional<Person> find(EducationId id, Reach reach) {
        return store.find(id, reach, today.date());
    }

    /** Says which of the claims differ, and no more; of somebody unknown or out of reach the same as if nothing agreed. */
    public Verification verify(EducationId id, Claims claims, Reach reach) {
        return find(id, reach).map(person -> Verification.of(claims, person)).orElse(Verification.NO_MATCH);
    }
}
