package dev.kapu.registry;

import java.util.List;
import org.springframework.stereotype.Component;

/** Seeded persons, to try the hub with. Of a registry of real persons it shows nobody. */
@Component
public class SyntheticPersons {
    /** So near to the end of the registry there might not be enough left. */
    private static final double LAST_PLACE = 0.9;

    private final SyntheticPersonStore store;
    private final Today today;

    SyntheticPersons(SyntheticPersonStore store, Today today) {
        this.store = store;
        this.today = today;
    }

    /**
     * @param place where in the registry to look, from 0 to 1
     * @return at most {@code limit}; none unless the registry was seeded
     */
    public List<SyntheticPerson> some(int limit, double place) {
        return store.from(Math.min(place, LAST_PLACE), limit, today.date());
    }
}
