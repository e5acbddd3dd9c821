package dev.kapu.registry.responsibility;

import static dev.kapu.registry.TestRegistry.TODAY;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Who answers for a person, by K5, K7 and K8: each rule by itself, one after the other, as the text has them. */
record Claims(List<InstitutionCode> institutions, Map<String, Double> sites) {
    static final List<String> SITES = List.of("001", "002");

    private static final List<AffiliationType> TYPES = List.of(
            AffiliationType.COMPULSORY_STUDENT,
            AffiliationType.STUDENT,
            AffiliationType.STUDENT,
            AffiliationType.DORMITORY,
            AffiliationType.HOURLY_PAID,
            AffiliationType.SECONDARY_EMPLOYMENT,
            AffiliationType.MAIN_EMPLOYMENT);

    /**
     * An affiliation that lasts, or is announced.
     *
     * @param begun false: announced
     */
    record Held(InstitutionCode institution, String site, AffiliationType type, int hours, boolean begun) {
        static Held of(Affiliation from) {
            return new Held(
                    from.institution(),
                    from.site().text(),
                    from.type(),
                    from.weeklyHours().intValue(),
                    !from.startDate().isAfter(TODAY));
        }

        NewAffiliation from(LocalDate day) {
            return new NewAffiliation(
                    institution, new SiteSerial(site), type, day, BigDecimal.valueOf(hours), null, null);
        }

        boolean isBeside(Held other) {
            return other.type != type || !(other.institution.equals(institution) || type.isAtOneInstitution());
        }
    }

    /** @param home its latitude */
    @Nullable
    String answering(Collection<Held> held, double home) {
        for (var strong : List.of(AffiliationType.COMPULSORY_STUDENT, AffiliationType.MAIN_EMPLOYMENT)) {
            for (var one : held) {
                if (one.type() == strong) {
                    return one.institution().text();
                }
            }
        }
        String best = null;
        int hours = -1;
        double distance = Double.MAX_VALUE;
        for (var institution : institutions) {
            var own = held.stream()
                    .filter(one -> one.institution().equals(institution))
                    .toList();
            int sum = own.stream().mapToInt(Held::hours).sum();
            double near = own.stream().mapToDouble(distanceFrom(home)).min().orElse(Double.MAX_VALUE);
            if (!own.isEmpty() && (sum > hours || (sum == hours && near < distance))) {
                best = institution.text();
                hours = sum;
                distance = near;
            }
        }
        return best;
    }

    Held any(Random random, boolean begun) {
        return new Held(
                institutions.get(random.nextInt(institutions.size())),
                SITES.get(random.nextInt(SITES.size())),
                TYPES.get(random.nextInt(TYPES.size())),
                hours(random).intValue(),
                begun);
    }

    /** Seldom differs, so that often nearness decides. */
    static BigDecimal hours(Random random) {
        return BigDecimal.valueOf(10L * (1 + random.nextInt(2)));
    }

    private ToDoubleFunction<Held> distanceFrom(double home) {
        return one -> Math.abs(sites.getOrDefault(one.institution().text() + one.site(), Double.NaN) - home);
    }
}
