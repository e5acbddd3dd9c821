package dev.kapu.access;

import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One right, with its law, as it stands in {@code permissions.yaml} (K21).
 *
 * @param partner null where every partner of the kind {@code institution} holds it
 * @param operations {@code Service/operation} or {@code events/kind}
 * @param fields names of the children of the answer's records
 */
public record Grant(
        String id,
        @Nullable String partner,
        Set<String> operations,
        String purpose,
        LegalBasis legalBasis,
        Scope subjects,
        Set<String> fields,
        Validity valid,
        Quota quota) {
    public Grant {
        operations = Collections.unmodifiableSet(new LinkedHashSet<>(operations));
        fields = Collections.unmodifiableSet(new LinkedHashSet<>(fields));
    }

    public record LegalBasis(String text, String reference) {}

    /** Both days included. */
    public record Validity(LocalDate from, LocalDate until) {
        static final Validity NEVER = new Validity(LocalDate.MIN, LocalDate.MIN);

        boolean overlaps(Validity other) {
            return !from.isAfter(other.until) && !other.from.isAfter(until);
        }
    }

    /** Counted by each process of the hub for itself, and from nought when it starts. */
    public record Quota(long perSecond, long perDay) {}
}
