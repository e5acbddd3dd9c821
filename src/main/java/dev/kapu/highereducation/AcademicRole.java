package dev.kapu.highereducation;

import dev.kapu.registry.EducationId;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person's role in higher education, under the education ID that they have anyway (K3).
 *
 * @param educationId under which it was taken over; a merger may have retired it
 * @param until the last day; null while it lasts
 */
public record AcademicRole(
        EducationId educationId,
        Kind kind,
        LocalDate since,
        @Nullable LocalDate until) {
    public enum Kind {
        STUDENT,
        LECTURER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Under the ID that the person has now (K1). */
    AcademicRole of(EducationId present) {
        return new AcademicRole(present, kind, since, until);
    }

    /** Hazard: must not show whom it is about. */
    @Override
    public String toString() {
        return "AcademicRole";
    }
}
