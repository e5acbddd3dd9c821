package dev.kapu.registry.amendment;

import dev.kapu.registry.Address;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.Sex;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Changed fields of a person; what is null stays as it is (K12). A birth name, mother's name, birth place or date change
 * is a correction and may not make the person somebody else's double (K2).
 *
 * @param reason why: a move, a change of name, post or qualification, or a correction
 * @param changedOn the day on which it happened; lateness counts from it (K13)
 */
public record Amendment(
        EducationId educationId,
        Reason reason,
        LocalDate changedOn,
        @Nullable PersonName name,
        @Nullable PersonName birthName,
        @Nullable PersonName motherName,
        @Nullable String birthPlace,
        @Nullable LocalDate birthDate,
        @Nullable Sex sex,
        @Nullable String citizenship,
        @Nullable Address residence,
        @Nullable Address stay,
        @Nullable String taj,
        @Nullable String post,
        @Nullable String qualification) {
    /** Reasons of K12. */
    public enum Reason {
        MOVE,
        POST,
        NAME,
        QUALIFICATION,
        CORRECTION
    }

    /** Hazard: must not show anything, or it would reach a log line. */
    @Override
    public String toString() {
        return "Amendment";
    }
}
