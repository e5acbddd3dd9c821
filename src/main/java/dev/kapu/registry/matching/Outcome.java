package dev.kapu.registry.matching;

import java.util.List;

/** Whether a newcomer is registered already. Hazard: nothing of it may be shown to the registrant but which kind it is. */
public sealed interface Outcome {
    /** Nobody in the registry is like the newcomer. */
    record New() implements Outcome {}

    /** Beyond doubt the one registered under the ID. */
    record Same(long educationId, double weight) implements Outcome {}

    /**
     * A human has to decide.
     *
     * @param candidates the likeliest first; not empty, and no more than {@link #MOST}
     */
    record Look(List<Candidate> candidates) implements Outcome {
        public Look {
            candidates = List.copyOf(candidates);
        }
    }

    int MOST = 10;

    /** @param weight the binary logarithm of how much likelier the agreement is for one person than for two */
    record Candidate(long educationId, double weight) {}
}
