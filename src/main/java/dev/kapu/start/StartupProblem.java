package dev.kapu.start;

import java.util.Locale;

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

    /** A setting's name on the command line and in the environment, where Maven starts the hub. */
    public static String setting(String property) {
        var variable = property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
        return property + " (in the environment: " + variable + ")";
    }

    public String problem() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }
}
