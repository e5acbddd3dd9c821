package dev.kapu.highereducation;

import static dev.kapu.registry.TestRegistry.TODAY;

/** A round that is open today. */
public final class TestRounds {
    public static final AdmissionRound OPEN =
            switch (TODAY.getMonth()) {
                case OCTOBER -> new AdmissionRound(TODAY.getYear() + 1, AdmissionRound.Kind.MID_YEAR);
                case NOVEMBER, DECEMBER -> new AdmissionRound(TODAY.getYear() + 1, AdmissionRound.Kind.GENERAL);
                default -> new AdmissionRound(TODAY.getYear(), AdmissionRound.Kind.GENERAL);
            };

    private TestRounds() {}
}
