package dev.kapu.registry.responsibility;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.responsibility.Responsible.Because;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which institution answers for a person (K5). K7: the one of compulsory schooling, else the one with more hours. K8: the
 * main employer, else the one with more hours. Between equals the nearer to the residence; as near, or where a place is
 * not known, the lower code, so that the answer is always the same. Among several affiliations with one institution the
 * strongest counts.
 */
public final class Responsibility {
    private static final Comparator<Affiliation> STRONGEST = Comparator.<Affiliation>comparingInt(
                    affiliation -> rank(affiliation.type()))
            .thenComparing(Affiliation::weeklyHours, Comparator.reverseOrder());

    private static final Comparator<Affiliation> ALWAYS_THE_SAME = Comparator.<Affiliation, String>comparing(
                    affiliation -> affiliation.institution().text())
            .thenComparing(Affiliation::startDate)
            .thenComparing(Affiliation::type);

    private Responsibility() {}

    /** Kilometres from the residence to the site of an affiliation; asked only between equals. */
    @FunctionalInterface
    public interface Distances {
        /** @return empty if one of the places is not known */
        Optional<Double> kilometres(Affiliation affiliation);
    }

    /**
     * @param lasting a person's affiliations that have no end
     * @return nobody if there is none: the person is unattached (K14)
     */
    public static Responsible of(Collection<Affiliation> lasting, Distances distances) {
        var ordered = lasting.stream()
                .sorted(STRONGEST.thenComparing(ALWAYS_THE_SAME))
                .toList();
        if (ordered.isEmpty()) {
            return Responsible.NOBODY;
        }
        var first = ordered.get(0);
        var rivals = ordered.stream()
                .filter(other -> !other.institution().equals(first.institution()))
                .toList();
        if (rivals.isEmpty() || rank(rivals.get(0).type()) > rank(first.type())) {
            return new Responsible(first.institution(), byType(first));
        }
        var rival = rivals.get(0);
        if (STRONGEST.compare(first, rival) < 0) {
            return new Responsible(
                    first.institution(), new Because.MoreHours(first.weeklyHours(), rival.weeklyHours()));
        }
        return nearest(
                ordered.stream()
                        .filter(other -> STRONGEST.compare(first, other) == 0)
                        .toList(),
                distances);
    }

    private static Because byType(Affiliation first) {
        return switch (first.type()) {
            case COMPULSORY_STUDENT -> new Because.CompulsorySchooling(first.startDate());
            case MAIN_EMPLOYMENT -> new Because.MainEmployment(first.startDate());
            case STUDENT, DORMITORY, APPRENTICESHIP, SECONDARY_EMPLOYMENT, HOURLY_PAID ->
                new Because.Only(first.startDate());
        };
    }

    /** @param equals of at least two institutions, in the order that is always the same */
    private static Responsible nearest(List<Affiliation> equals, Distances distances) {
        record Placed(InstitutionCode institution, double kilometres) {}
        var placed = equals.stream()
                .flatMap(held -> distances.kilometres(held).map(km -> new Placed(held.institution(), km)).stream())
                .sorted(Comparator.comparingDouble(Placed::kilometres))
                .toList();
        if (placed.size() < equals.size()) {
            return new Responsible(equals.get(0).institution(), new Because.PlaceUnknown());
        }
        var first = placed.get(0);
        double next = placed.stream()
                .filter(other -> !other.institution().equals(first.institution()))
                .findFirst()
                .orElseThrow()
                .kilometres();
        return new Responsible(
                first.institution(),
                first.kilometres() < next
                        ? new Because.Nearer(first.kilometres(), next)
                        : new Because.AsNear(first.kilometres()));
    }

    private static int rank(AffiliationType type) {
        return switch (type) {
            case COMPULSORY_STUDENT -> 0;
            case MAIN_EMPLOYMENT -> 1;
            case STUDENT, DORMITORY, APPRENTICESHIP, SECONDARY_EMPLOYMENT, HOURLY_PAID -> 2;
        };
    }
}
