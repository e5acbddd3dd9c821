package dev.kapu.registry.amendment;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.Address;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.Sex;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.AffiliationType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changed fields of a person; what is null stays as it is (K12). A birth name, mother's name, birth place or date change
 * is a correction and may not make the person somebody else's double (K2).
 *
 * @param reason why: a move, a change of name, post or qualification, or a correction
 * @param changedOn the day on which it happened; lateness counts from it (K13)
 * @param post of the employment with the institution that amends
 * @param affiliation what changes of an affiliation with the institution that amends
 * @param remove what is held no longer; nothing that is given as well
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
        @Nullable String qualification,
        @Nullable AffiliationChange affiliation,
        Set<Removable> remove) {
    public Amendment {
        remove = Set.copyOf(remove);
        if ((remove.contains(Removable.STAY) && stay != null)
                || (remove.contains(Removable.SOCIAL_SECURITY_NUMBER) && taj != null)) {
            throw new FaultException(Fault.INVALID, "remove");
        }
    }

    /**
     * What is null stays as it is.
     *
     * @param type of the affiliation that is meant; needed only if there are several
     */
    public record AffiliationChange(
            @Nullable AffiliationType type,
            @Nullable SiteSerial site,
            @Nullable BigDecimal weeklyHours,
            @Nullable String grade) {
        /** Hazard: must not show anything, or it would reach a log line. */
        @Override
        public String toString() {
            return "AffiliationChange";
        }
    }

    /** Data that a person may cease to have. */
    public enum Removable {
        STAY("stay"),
        SOCIAL_SECURITY_NUMBER("socialSecurityNumber");

        private final String field;

        Removable(String field) {
            this.field = field;
        }

        /** The word in contracts: the name of the field. */
        public String field() {
            return field;
        }

        public static Removable ofField(String field) {
            return Arrays.stream(values())
                    .filter(removable -> removable.field.equals(field))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("nothing that can be removed"));
        }
    }

    /** Whether it concerns only the affiliation with the institution that amends, and nothing else of the person. */
    public boolean isOfAffiliationOnly() {
        return (affiliation != null || post != null)
                && remove.isEmpty()
                && Stream.of(
                                name,
                                birthName,
                                motherName,
                                birthPlace,
                                birthDate,
                                sex,
                                citizenship,
                                residence,
                                stay,
                                taj,
                                qualification)
                        .allMatch(Objects::isNull);
    }

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
