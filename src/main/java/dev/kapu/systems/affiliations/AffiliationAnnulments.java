package dev.kapu.systems.affiliations;

import dev.kapu.contract.affiliations.AnnulAffiliation;
import dev.kapu.contract.affiliations.AnnulAffiliationResponse;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.movement.Annulments;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.systems.ContractAffiliations;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** An affiliation was reported that never was. */
@Component
class AffiliationAnnulments {
    private final Annulments annulments;

    AffiliationAnnulments(Annulments annulments) {
        this.annulments = annulments;
    }

    @ChangesRegistry
    public AnnulAffiliationResponse annul(AnnulAffiliation report, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var annulled = annulments.annul(
                EducationId.of(report.getEducationId()),
                new InstitutionCode(report.getInstitutionCode()),
                AffiliationType.valueOf(report.getType().name()),
                report.getStartDate(),
                reach);
        var answer = new AnnulAffiliationResponse();
        answer.setAffiliation(ContractAffiliations.of(annulled));
        return answer;
    }
}
