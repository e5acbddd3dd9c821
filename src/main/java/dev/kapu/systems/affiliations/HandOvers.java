package dev.kapu.systems.affiliations;

import dev.kapu.contract.affiliations.HandOver;
import dev.kapu.contract.affiliations.HandOverResponse;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Representation;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.systems.ContractAffiliations;
import dev.kapu.systems.ContractResponsibility;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** A change of institution as one change, for whom represents both, or for the Office (K11). */
@Component
class HandOvers {
    private final Affiliations affiliations;
    private final Representation representation;

    HandOvers(Affiliations affiliations, Representation representation) {
        this.affiliations = affiliations;
        this.representation = representation;
    }

    @ChangesRegistry
    public HandOverResponse handOver(
            HandOver report,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        // The gate has checked the institution that hands over; a reach without one is the Office's.
        if (reach.institution() != null && !representation.covers(partner, report.getToInstitutionCode())) {
            throw new FaultException(Fault.REPRESENTATION_REFUSED, "toInstitutionCode");
        }
        var type = AffiliationType.valueOf(report.getType().name());
        var begin = new NewAffiliation(
                new InstitutionCode(report.getToInstitutionCode()),
                new SiteSerial(report.getToSiteSerial()),
                type,
                report.getStartDate(),
                report.getWeeklyHours(),
                report.getGrade(),
                report.getPost());
        var done = affiliations.handOver(
                EducationId.of(report.getEducationId()),
                new InstitutionCode(report.getInstitutionCode()),
                type,
                report.getEndDate(),
                begin,
                reach);
        var answer = new HandOverResponse();
        answer.setEnded(ContractAffiliations.of(done.ended()));
        answer.setStarted(ContractAffiliations.of(done.started().affiliation()));
        answer.setResponsibility(ContractResponsibility.of(done.started().responsible()));
        return answer;
    }
}
