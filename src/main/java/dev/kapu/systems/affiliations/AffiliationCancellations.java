package dev.kapu.systems.affiliations;

import dev.kapu.contract.affiliations.CancelAffiliation;
import dev.kapu.contract.affiliations.CancelAffiliationResponse;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.movement.Cancellations;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.systems.ContractAffiliations;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** An announced affiliation is taken back before it begins. */
@Component
class AffiliationCancellations {
    private final Cancellations cancellations;

    AffiliationCancellations(Cancellations cancellations) {
        this.cancellations = cancellations;
    }

    @ChangesRegistry
    public CancelAffiliationResponse cancel(CancelAffiliation report, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var cancelled = cancellations.cancel(
                EducationId.of(report.getEducationId()),
                new InstitutionCode(report.getInstitutionCode()),
                AffiliationType.valueOf(report.getType().name()),
                reach);
        var answer = new CancelAffiliationResponse();
        answer.setAffiliation(ContractAffiliations.of(cancelled));
        return answer;
    }
}
