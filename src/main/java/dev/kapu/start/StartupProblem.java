package dev.kapu.start;

/** Why the hub cannot start, in words for the person who starts it; no stack trace is shown. */
public class StartupProblem extends RuntimeException {
    private final String remedy;

    /**
     * @param problem one sentence: what is wrong
     * @param remedy one sentence: what to do, naming the property that changes it
     */
    public StartupProblem(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    public String problem() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }
}
