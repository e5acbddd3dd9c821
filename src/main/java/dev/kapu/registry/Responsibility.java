package dev.kapu.registry;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which institution answers for a person (K5). K7: the one of compulsory schooling, else the one with more hours. K8: the
 * main employer, else the one with more hours. Between equals the lower code, so that the answer is always the same.
 */
public final class Responsibility {
    private static final Comparator<Affiliation> FIRST = Comparator.<Affiliation>comparingInt(
                    affiliation -> rank(affiliation.type()))
            .thenComparing(Affiliation::weeklyHours, Comparator.reverseOrder())
            .thenComparing(affiliation -> affiliation.institution().text());

    private Responsibility() {}

    /**
     * @param lasting a person's affiliations that have no end
     * @return empty if there is none: the person is unattached (K14)
     */
    public static Optional<InstitutionCode> of(Collection<Affiliation> lasting) {
        return lasting.stream().min(FIRST).map(Affiliation::institution);
    }

    private static int rank(AffiliationType type) {
        return switch (type) {
            case COMPULSORY_STUDENT -> 0;
            case MAIN_EMPLOYMENT -> 1;
            case STUDENT, DORMITORY, APPRENTICESHIP, SECONDARY_EMPLOYMENT, HOURLY_PAID -> 2;
        };
    }
}
