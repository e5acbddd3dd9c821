package dev.kapu.demo;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Applicants whose sheets simulated partners file; what somebody else files the simulated centre leaves undecided. */
final class OwnSheets {
    private final Set<String> applicants = ConcurrentHashMap.newKeySet();

    /** Before it is filed, since the event may be there before the answer. */
    void expect(String educationId) {
        applicants.add(educationId);
    }

    boolean isExpected(String educationId) {
        return applicants.contains(educationId);
    }

    /** Decided, or not filed after all. */
    void drop(String educationId) {
        applicants.remove(educationId);
    }

    /** What came of filing. */
    Answer filed(String educationId, Answer answer) {
        if (answer.outcome() != Outcome.ANSWERED) {
            drop(educationId);
        }
        return answer;
    }
}
