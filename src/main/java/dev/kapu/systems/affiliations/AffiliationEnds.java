package dev.kapu.systems.affiliations;

import dev.kapu.contract.affiliations.EndAffiliation;
import dev.kapu.contract.affiliations.EndAffiliationResponse;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.registry.movement.EndCorrections;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.systems.ContractAffiliations;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** An end is always reported, even if nothing follows (K11). */
@Component
class AffiliationEnds {
    private final Affiliations affiliations;
    private final EndCorrections corrections;

    AffiliationEnds(Affiliations affiliations, EndCorrections corrections) {
        this.affiliations = affiliations;
        this.corrections = corrections;
    }

    @ChangesRegistry
    public EndAffiliationResponse end(EndAffiliation report, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var answer = new EndAffiliationResponse();
        answer.setAffiliation(ContractAffiliations.of(ended(report, reach)));
        return answer;
    }

    private Affiliation ended(EndAffiliation report, Reach reach) {
        var id = EducationId.of(report.getEducationId());
        var institution = new InstitutionCode(report.getInstitutionCode());
        var type = AffiliationType.valueOf(report.getType().name());
        return report.getCorrects() == null
                ? affiliations.end(id, institution, type, report.getEndDate(), reach)
                : corrections.correct(id, institution, type, report.getCorrects(), report.getEndDate(), reach);
    }
}
