package dev.kapu.registry.seed;

import java.util.List;
import org.springframework.stereotype.Component;

/** Synthetic pupils, to try the hub with. Of a registry of real persons it shows nobody. */
@Component
public class ExampleCardholders {
    private final SyntheticPersonStore store;

    ExampleCardholders(SyntheticPersonStore store) {
        this.store = store;
    }

    /** @param institutionCode where the pupil's affiliation lasts */
    public record Example(String educationId, String institutionCode) {}

    /** @return always the same ones as long as their affiliations last; empty unless the registry was seeded */
    public List<Example> first(int limit) {
        return store.examples(limit);
    }
}
