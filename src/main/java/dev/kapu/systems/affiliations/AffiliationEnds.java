package dev.kapu.systems.affiliations;

import dev.kapu.contract.affiliations.EndAffiliation;
import dev.kapu.contract.affiliations.EndAffiliationResponse;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.systems.ContractAffiliations;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** An end is always reported, even if nothing follows (K11). */
@Component
class AffiliationEnds {
    private final Affiliations affiliations;

    AffiliationEnds(Affiliations affiliations) {
        this.affiliations = affiliations;
    }

    @ChangesRegistry
    public EndAffiliationResponse end(EndAffiliation report, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var ended = affiliations.end(
                EducationId.of(report.getEducationId()),
                new InstitutionCode(report.getInstitutionCode()),
                AffiliationType.valueOf(report.getType().name()),
                report.getEndDate(),
                reach);
        var answer = new EndAffiliationResponse();
        answer.setAffiliation(ContractAffiliations.of(ended));
        return answer;
    }
}
