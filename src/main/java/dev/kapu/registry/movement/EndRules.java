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
        if (lastDay.isBefore(open.startDate()) || lastDay.isAfter(held.day())) {
            throw new FaultException(Fault.AFFILIATION_DATE_INVALID, "endDate: startDate – " + held.day());
        }
        var ended = open.endingOn(lastDay, open.responsible());
        return new Ended(
                open,
                ended,
                held.with(held.all().stream()
                        .map(other -> other.equals(open) ? ended : other)
                        .toList()));
    }

    /**
     * Why somebody out of reach cannot be given an end. What has ended with the institution itself is its own report, of
     * which it may hear again; to anybody else the person is unknown.
     */
    static FaultException outOfReach(boolean hasEndedWithTheReporting) {
        return new FaultException(hasEndedWithTheReporting ? Fault.AFFILIATION_ENDED : Fault.PERSON_NOT_FOUND);
    }
}
