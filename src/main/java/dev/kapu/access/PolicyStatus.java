package dev.kapu.access;

import java.time.Instant;
import java.util.List;

/**
 * The policy that decides now, and what kept a newer one from taking its place.
 *
 * @param loadedAt since when this version decides, in this process
 * @param checkedAt when the files as they stand now were judged
 * @param problems what is wrong with the files as they stand now; empty if they are the policy in force
 */
public record PolicyStatus(String version, Instant loadedAt, Instant checkedAt, List<PolicyProblem> problems) {
    public PolicyStatus {
        problems = List.copyOf(problems);
    }
}
