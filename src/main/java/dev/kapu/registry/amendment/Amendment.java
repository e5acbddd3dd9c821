package dev.kapu.registry.amendment;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changed fields of a person; what is null stays as it is (K12).
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
        IdentityChange identity,
        HomeChange home,
        @Nullable String post,
        @Nullable String qualification,
        @Nullable AffiliationChange affiliation,
        Set<Removable> remove) {
    public Amendment {
        remove = Set.copyOf(remove);
        if ((remove.contains(Removable.STAY) && home.stay() != null)
                || (remove.contains(Removable.SOCIAL_SECURITY_NUMBER) && identity.taj() != null)) {
            throw new FaultException(Fault.INVALID, "remove");
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

    /** Whom the institution may amend so: whom it answers for, and of others its own affiliation with them (K12). */
    public Reach reach(InstitutionCode reporting) {
        return new Reach(
                isOfAffiliationOnly() ? Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION : Scope.RESPONSIBLE_INSTITUTION,
                reporting.text());
    }

    /** Whether it concerns only the affiliation with the institution that amends, and nothing else of the person. */
    public boolean isOfAffiliationOnly() {
        return (affiliation != null || post != null)
                && identity.equals(IdentityChange.NONE)
                && home.equals(HomeChange.NONE)
                && qualification == null
                && remove.isEmpty();
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
