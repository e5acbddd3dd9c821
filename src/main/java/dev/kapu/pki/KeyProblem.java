package dev.kapu.pki;

import org.jspecify.annotations.Nullable;

/** Why the hub's keys or trust anchors cannot be used, for the person who starts it. */
final class KeyProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String remedy;

    /**
     * @param problem one sentence
     * @param remedy one sentence, naming the property that changes it
     */
    KeyProblem(String problem, String remedy, @Nullable Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
