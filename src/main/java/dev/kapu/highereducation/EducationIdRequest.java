package dev.kapu.highereducation;

import dev.kapu.registry.EducationId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An ID was asked for, for somebody who has none.
 *
 * @param educationId of who was registered so, or of whom the Office has seen the papers: of somebody else nothing is told (K2)
 */
public record EducationIdRequest(
        UUID number,
        AcademicRole.Kind role,
        State state,
        @Nullable EducationId educationId) {
    public enum State {
        GIVEN,
        /** Somebody alike is held or waits, or exactly the same person with papers to be seen, and the Office decides. */
        IN_REVIEW,
        /** The Office has decided that the person has an ID; if it is not told, it is to be taken over. */
        ALREADY_REGISTERED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Hazard: must not show whom it is about. */
    @Override
    public String toString() {
        return "EducationIdRequest";
    }
}
