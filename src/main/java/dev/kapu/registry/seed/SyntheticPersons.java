package dev.kapu.registry.seed;

import dev.kapu.registry.Today;
import java.util.List;
import org.springframework.stereotype.Component;

/** Seeded persons, to try the hub with. Of a registry of real persons it shows nobody. */
@Component
public class SyntheticPersons {
    /** So near to the end of the registry there might not be enough left. */
    private static final double LAST_PLACE = 0.9;

    private final SyntheticPersonStore store;
    private final ExampleCardholders examples;
    private final Today today;

    SyntheticPersons(SyntheticPersonStore store, ExampleCardholders examples, Today today) {
        this.store = store;
        this.examples = examples;
        this.today = today;
    }

    /**
     * @param place where in the registry to look, from 0 to 1
     * @return at most {@code limit}; none unless the registry was seeded, and never the first of the
     *     {@link ExampleCardholders}, whom the manual names: partners end affiliations
     */
    public List<SyntheticPerson> some(int limit, double place) {
        var spared = examples.first(1).stream()
                .map(ExampleCardholders.Example::educationId)
                .toList();
        return store.from(Math.min(place, LAST_PLACE), limit, today.date()).stream()
                .filter(person -> !spared.contains(person.educationId()))
                .toList();
    }

    /** Who works at an institution of a registry that was seeded; of a registry of real persons nobody. */
    public List<SyntheticEmployment> staffAt(String institution) {
        return store.staffAt(institution, today.date());
    }
}
