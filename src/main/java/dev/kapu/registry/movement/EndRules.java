package dev.kapu.registry.movement;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.HeldAffiliations;
import java.time.LocalDate;

/** What the end of an affiliation must keep to (K11). */
final class EndRules {
    private EndRules() {}

    /** @param rest all affiliations as they are afterwards */
    record Ended(Affiliation before, Affiliation after, HeldAffiliations rest) {}

    /**
     * @throws FaultException {@code Client.Affiliation.AlreadyEnded} if none lasts any more; {@code …NotFound} if there
     *     never was one; {@code …DateInvalid}
     */
    static Ended end(HeldAffiliations held, InstitutionCode at, AffiliationType type, LocalDate lastDay) {
        var open = held.lasting(at, type)
                .orElseThrow(() -> held.hasEnded(at, type)
                        ? new FaultException(Fault.AFFILIATION_ENDED)
                        : new FaultException(Fault.AFFILIATION_NOT_FOUND, "type"));
        requireWithin(open, lastDay, held);
        var ended = open.endingOn(lastDay, open.responsible());
        return new Ended(
                open,
                ended,
                held.with(held.all().stream()
                        .map(other -> other.equals(open) ? ended : other)
                        .toList()));
    }

    /** @throws FaultException {@code Client.Affiliation.NotReportedSo} */
    static Affiliation ended(HeldAffiliations held, InstitutionCode at, AffiliationType type, LocalDate lastDay) {
        return held.all().stream()
                .filter(one -> one.institution().equals(at) && one.type() == type && lastDay.equals(one.endDate()))
                .findFirst()
                .orElseThrow(() -> new FaultException(Fault.NOT_REPORTED_SO, "corrects"));
    }

    /**
     * With another last day. What began later keeps its place, as {@link StartRules} let it begin.
     *
     * @throws FaultException {@code Client.Affiliation.DateInvalid}; {@code …Overlaps}
     */
    static Affiliation correct(HeldAffiliations held, Affiliation ended, LocalDate lastDay) {
        if (lastDay.equals(ended.endDate())) {
            throw new FaultException(Fault.AFFILIATION_DATE_INVALID, "endDate");
        }
        requireWithin(ended, lastDay, held);
        if (held.all().stream().anyMatch(other -> collides(other, ended, lastDay))) {
            throw new FaultException(Fault.AFFILIATION_OVERLAPS, "endDate");
        }
        return ended.endingOn(lastDay, ended.responsible());
    }

    /** Until today; the first day is personal, so it is named and not told. */
    private static void requireWithin(Affiliation affiliation, LocalDate lastDay, HeldAffiliations held) {
        if (lastDay.isBefore(affiliation.startDate()) || lastDay.isAfter(held.day())) {
            throw new FaultException(Fault.AFFILIATION_DATE_INVALID, "endDate: startDate – " + held.day());
        }
    }

    private static boolean collides(Affiliation other, Affiliation ended, LocalDate lastDay) {
        if (other.type() != ended.type() || !other.startDate().isAfter(ended.startDate())) {
            return false;
        }
        return other.institution().equals(ended.institution())
                ? !other.startDate().isAfter(lastDay)
                : ended.type().isAtOneInstitution() && other.startDate().isBefore(lastDay);
    }

    /**
     * Why somebody out of reach cannot be given an end. What has ended with the institution itself is its own report, of
     * which it may hear again; to anybody else the person is unknown.
     */
    static FaultException outOfReach(boolean hasEndedWithTheReporting) {
        return new FaultException(hasEndedWithTheReporting ? Fault.AFFILIATION_ENDED : Fault.PERSON_NOT_FOUND);
    }
}
