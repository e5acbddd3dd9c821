package dev.kapu.registry.movement;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.Finding;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.RegistryProperties;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationRules;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.affiliation.Plausibility;
import dev.kapu.registry.institution.InstitutionStore;
import dev.kapu.registry.master.OpenPlaces;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a new affiliation must keep to. */
@Component
class StartRules {
    private final InstitutionStore institutions;
    private final OpenPlaces places;
    private final Plausibility plausibility;
    private final RegistryProperties properties;
    private final Today today;

    StartRules(
            InstitutionStore institutions,
            OpenPlaces places,
            Plausibility plausibility,
            RegistryProperties properties,
            Today today) {
        this.institutions = institutions;
        this.places = places;
        this.plausibility = plausibility;
        this.properties = properties;
        this.today = today;
    }

    /**
     * Whether it is right by itself and may stand beside what the person holds. The same type at the same institution
     * does not overlap (K6). Compulsory schooling and main employment are at one institution at a time: another takes them
     * over only once they have ended (K14).
     *
     * @throws FaultException with the first thing that is wrong
     */
    void require(NewAffiliation begin, HeldAffiliations held, LocalDate birthDate) {
        requireByItself(begin, birthDate);
        requireBeside(begin, held.all());
        requireWeek(begin, held);
    }

    /**
     * As {@link #require} in the place of one that was reported wrongly, whose end stays. What began when that had ended
     * keeps its place, as it was let begin. An institution or site that has closed since was open on the right day.
     *
     * @throws FaultException also {@code Client.Affiliation.DateInvalid} if the start does not differ or is after the end
     */
    void requireInstead(NewAffiliation begin, Affiliation wrong, HeldAffiliations held, LocalDate birthDate) {
        var lastDay = wrong.endDate();
        boolean same = begin.type() == wrong.type() && begin.startDate().equals(wrong.startDate());
        if (same || (lastDay != null && begin.startDate().isAfter(lastDay))) {
            throw new FaultException(Fault.AFFILIATION_DATE_INVALID, "startDate");
        }
        requireFirst(Stream.concat(
                places.wrong(begin.institution(), begin.site(), begin.startDate()).stream(),
                rules().apartFromPlace(begin, birthDate).stream()));
        var rest = held.without(wrong);
        if (lastDay == null) {
            requireBeside(begin, rest.all());
            if (begin.weeklyHours().compareTo(wrong.weeklyHours()) > 0) {
                requireWeek(begin, rest);
            }
        } else {
            requireBeside(
                    begin,
                    rest.all().stream()
                            .filter(other -> !beganAfter(other, lastDay, begin.institution()))
                            .toList());
        }
    }

    private static boolean beganAfter(Affiliation other, LocalDate lastDay, InstitutionCode here) {
        return other.institution().equals(here)
                ? other.startDate().isAfter(lastDay)
                : !other.startDate().isBefore(lastDay);
    }

    private void requireByItself(NewAffiliation begin, LocalDate birthDate) {
        requireFirst(rules().of(begin, birthDate).stream());
    }

    private AffiliationRules rules() {
        return new AffiliationRules(institutions::find, institutions::sites, plausibility, latest());
    }

    private void requireFirst(Stream<Finding> findings) {
        findings.findFirst().ifPresent(wrong -> {
            throw new FaultException(wrong.fault(), place(wrong));
        });
    }

    private LocalDate latest() {
        return today.date().plusDays(properties.announceDays());
    }

    private static void requireBeside(NewAffiliation begin, List<Affiliation> held) {
        for (var other : held) {
            if (other.type() == begin.type()) {
                if (other.institution().equals(begin.institution())) {
                    requireAfterwards(begin, other);
                } else if (begin.type().isAtOneInstitution()) {
                    requireFree(begin, other);
                }
            }
        }
    }

    private void requireWeek(NewAffiliation begin, HeldAffiliations held) {
        var together = new ArrayList<>(held.lasting());
        together.add(Affiliation.of(held.id(), begin));
        if (!plausibility.fitAWeek(together)) {
            throw new FaultException(Fault.HOURS_INVALID, "weeklyHours");
        }
    }

    private String place(Finding wrong) {
        return wrong.fault() == Fault.AFFILIATION_DATE_INVALID
                ? wrong.field() + ": birthDate – " + latest()
                : wrong.field();
    }

    /** K11: after a longer gap the person was away and comes back, so that the data are to be checked (K15). */
    void requireHandOver(LocalDate lastDay, LocalDate firstDay) {
        if (!firstDay.isAfter(lastDay) || firstDay.isAfter(lastDay.plusDays(properties.handOverGapDays()))) {
            throw new FaultException(
                    Fault.AFFILIATION_DATE_INVALID,
                    "startDate: endDate + 1 – endDate + " + properties.handOverGapDays());
        }
    }

    private static void requireAfterwards(NewAffiliation begin, Affiliation other) {
        if (other.endDate() == null) {
            throw new FaultException(Fault.AFFILIATION_OVERLAPS);
        }
        if (!begin.startDate().isAfter(other.endDate())) {
            throw new FaultException(Fault.AFFILIATION_OVERLAPS, "startDate");
        }
    }

    /** The last day here may be the first day there. */
    private static void requireFree(NewAffiliation begin, Affiliation other) {
        if (other.endDate() == null) {
            throw new FaultException(Fault.AFFILIATION_HELD_ELSEWHERE);
        }
        if (begin.startDate().isBefore(other.endDate())) {
            throw new FaultException(Fault.AFFILIATION_OVERLAPS, "startDate");
        }
    }
}
