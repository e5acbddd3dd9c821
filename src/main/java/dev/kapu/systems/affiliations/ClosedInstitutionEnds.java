package dev.kapu.systems.affiliations;

import dev.kapu.contract.affiliations.EndAllAffiliations;
import dev.kapu.contract.affiliations.EndAllAffiliationsResponse;
import dev.kapu.contract.affiliations.EndSummary;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.movement.ClosedInstitutions;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** An end is always reported (K11); for a closed institution the Office does. */
@Component
class ClosedInstitutionEnds {
    private final ClosedInstitutions closed;

    ClosedInstitutionEnds(ClosedInstitutions closed) {
        this.closed = closed;
    }

    @ChangesRegistry
    public EndAllAffiliationsResponse endAll(EndAllAffiliations report, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var done = closed.endAll(new InstitutionCode(report.getInstitutionCode()), report.getEndDate(), reach);
        var summary = new EndSummary();
        summary.setInstitutionCode(report.getInstitutionCode());
        summary.setEnded(done.ended());
        summary.setMore(done.waiting());
        summary.setRemaining(done.remaining());
        var answer = new EndAllAffiliationsResponse();
        answer.setSummary(summary);
        return answer;
    }
}
