package dev.kapu.registry.responsibility;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.responsibility.Responsible.Because;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which institution answers for a person (K5). K7: the one of compulsory schooling, else the one with more hours. K8: the
 * main employer, else the one with more hours. Between equals the nearer to the residence; as near, or where a place is
 * not known, the lower code, so that the answer is always the same. Of several affiliations with one institution those of
 * the strongest kind count, with the sum of their hours and from the nearest of their sites.
 */
public final class Responsibility {
    private static final Comparator<Claim> STRONGEST =
            Comparator.comparingInt(Claim::rank).thenComparing(Claim::hours, Comparator.reverseOrder());

    private static final Comparator<Claim> ALWAYS_THE_SAME =
            Comparator.comparing(claim -> claim.institution().text());

    private Responsibility() {}

    /** Kilometres from the residence to the site of an affiliation; asked only between equals. */
    @FunctionalInterface
    public interface Distances {
        /** @return empty if one of the places is not known */
        Optional<Double> kilometres(Affiliation affiliation);
    }

    /**
     * What an institution can say for itself.
     *
     * @param counted its affiliations of the strongest kind, at least one
     */
    private record Claim(InstitutionCode institution, int rank, BigDecimal hours, List<Affiliation> counted) {
        private static Claim of(InstitutionCode institution, List<Affiliation> held) {
            int rank = held.stream().mapToInt(one -> rankOf(one.type())).min().orElseThrow();
            var counted =
                    held.stream().filter(one -> rankOf(one.type()) == rank).toList();
            var hours = counted.stream().map(Affiliation::weeklyHours).reduce(BigDecimal.ZERO, BigDecimal::add);
            return new Claim(institution, rank, hours, counted);
        }

        private Because byType() {
            var first = counted.stream()
                    .min(Comparator.comparing(Affiliation::startDate).thenComparing(Affiliation::type))
                    .orElseThrow();
            return switch (first.type()) {
                case COMPULSORY_STUDENT -> new Because.CompulsorySchooling(first.startDate());
                case MAIN_EMPLOYMENT -> new Because.MainEmployment(first.startDate());
                case STUDENT, DORMITORY, APPRENTICESHIP, SECONDARY_EMPLOYMENT, HOURLY_PAID ->
                    new Because.Only(first.startDate());
            };
        }

        /** @return empty if a place is not known */
        private Optional<Double> kilometres(Distances distances) {
            var all = counted.stream().map(distances::kilometres).toList();
            return all.stream().allMatch(Optional::isPresent)
                    ? all.stream().flatMap(Optional::stream).min(Comparator.naturalOrder())
                    : Optional.empty();
        }
    }

    /**
     * @param lasting a person's affiliations that have no end
     * @return nobody if there is none: the person is unattached (K14)
     */
    public static Responsible of(Collection<Affiliation> lasting, Distances distances) {
        var claims = lasting.stream().collect(Collectors.groupingBy(Affiliation::institution)).entrySet().stream()
                .map(held -> Claim.of(held.getKey(), held.getValue()))
                .sorted(STRONGEST.thenComparing(ALWAYS_THE_SAME))
                .toList();
        if (claims.isEmpty()) {
            return Responsible.NOBODY;
        }
        var first = claims.get(0);
        if (claims.size() == 1 || claims.get(1).rank() > first.rank()) {
            return new Responsible(first.institution(), first.byType());
        }
        var rival = claims.get(1);
        if (STRONGEST.compare(first, rival) < 0) {
            return new Responsible(first.institution(), new Because.MoreHours(first.hours(), rival.hours()));
        }
        return nearest(
                claims.stream()
                        .filter(other -> STRONGEST.compare(first, other) == 0)
                        .toList(),
                distances);
    }

    /** @param equals at least two, in the order that is always the same */
    private static Responsible nearest(List<Claim> equals, Distances distances) {
        record Placed(InstitutionCode institution, double kilometres) {}
        var placed = equals.stream()
                .flatMap(claim -> claim.kilometres(distances).map(km -> new Placed(claim.institution(), km)).stream())
                .sorted(Comparator.comparingDouble(Placed::kilometres))
                .toList();
        if (placed.size() < equals.size()) {
            return new Responsible(equals.get(0).institution(), new Because.PlaceUnknown());
        }
        var first = placed.get(0);
        double next = placed.get(1).kilometres();
        return new Responsible(
                first.institution(),
                first.kilometres() < next
                        ? new Because.Nearer(first.kilometres(), next)
                        : new Because.AsNear(first.kilometres()));
    }

    private static int rankOf(AffiliationType type) {
        return switch (type) {
            case COMPULSORY_STUDENT -> 0;
            case MAIN_EMPLOYMENT -> 1;
            case STUDENT, DORMITORY, APPRENTICESHIP, SECONDARY_EMPLOYMENT, HOURLY_PAID -> 2;
        };
    }
}
