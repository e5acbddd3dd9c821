package dev.kapu.registry.affiliation;

import dev.kapu.fault.Fault;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Affiliations of one person that were right as those of two (K6, K8, K14); see ADR 49. */
@Component
public class Contradictions {
    private final Plausibility plausibility;

    Contradictions(Plausibility plausibility) {
        this.plausibility = plausibility;
    }

    /** @param fault with which its start would have been refused beside the others */
    public record Contradiction(Fault fault, Affiliation affiliation) {}

    /** @param all that a person holds and held */
    public List<Contradiction> among(List<Affiliation> all) {
        var lasting = all.stream().filter(one -> one.endDate() == null).toList();
        return Stream.concat(
                        all.stream()
                                .filter(one -> all.stream().anyMatch(other -> collide(one, other)))
                                .map(one -> new Contradiction(Fault.AFFILIATION_OVERLAPS, one)),
                        plausibility.fitAWeek(lasting)
                                ? Stream.empty()
                                : lasting.stream().map(one -> new Contradiction(Fault.HOURS_INVALID, one)))
                .toList();
    }

    /** The last day at one institution may be the first at another. */
    private static boolean collide(Affiliation one, Affiliation other) {
        if (one.equals(other) || one.type() != other.type()) {
            return false;
        }
        int together = one.institution().equals(other.institution()) ? 0 : 1;
        return (together == 0 || one.type().isAtOneInstitution())
                && isBefore(one.startDate().plusDays(together), other.endDate())
                && isBefore(other.startDate().plusDays(together), one.endDate());
    }

    private static boolean isBefore(LocalDate day, @Nullable LocalDate lastDay) {
        return lastDay == null || !day.isAfter(lastDay);
    }
}
