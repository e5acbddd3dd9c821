package dev.kapu.systems.submissions;

import dev.kapu.contract.affiliations.SubmitAffiliations;
import dev.kapu.contract.affiliations.SubmitAffiliationsResponse;
import dev.kapu.contract.affiliations.ValidateAffiliations;
import dev.kapu.contract.affiliations.ValidateAffiliationsResponse;
import dev.kapu.contract.submission.AffiliationEntry;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Representation;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.submission.Purpose;
import dev.kapu.submission.Submissions;
import dev.kapu.submission.Tracking;
import java.util.List;
import java.util.Objects;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Starts, ends and hand-overs of affiliations as forms (K11, K19). */
@Component
class AffiliationForms {
    private final Submissions submissions;
    private final Tracking tracking;
    private final Representation representation;

    AffiliationForms(Submissions submissions, Tracking tracking, Representation representation) {
        this.submissions = submissions;
        this.tracking = tracking;
        this.representation = representation;
    }

    @ChangesRegistry
    public SubmitAffiliationsResponse submit(
            SubmitAffiliations form,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        requireBoth(form.getEntry(), partner, reach);
        var institution = new InstitutionCode(form.getInstitutionCode());
        var order = Orders.of(
                Purpose.AFFILIATION, form.getRole(), form.getMode(), institution, form.isAllOrNothing(), partner);
        var entries = form.getEntry().stream()
                .map(entry -> ContractEntries.movement(entry, institution))
                .iterator();
        var submission = submissions.submit(order, entries, form.getSignature(), reach);
        var answer = new SubmitAffiliationsResponse();
        answer.setSubmission(ContractSubmissions.of(submission));
        tracking.outcomes(submission.number(), 1, Orders.MOST, reach).stream()
                .map(ContractSubmissions::of)
                .forEach(answer.getEntry()::add);
        return answer;
    }

    public ValidateAffiliationsResponse validate(
            ValidateAffiliations form,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        requireBoth(form.getEntry(), partner, reach);
        var institution = new InstitutionCode(form.getInstitutionCode());
        var order = Orders.of(Purpose.AFFILIATION, form.getRole(), null, institution, null, partner);
        var entries = form.getEntry().stream()
                .map(entry -> ContractEntries.movement(entry, institution))
                .toList();
        var answer = new ValidateAffiliationsResponse();
        submissions.validate(order, entries, reach).stream()
                .map(ContractSubmissions::of)
                .forEach(answer.getEntry()::add);
        return answer;
    }

    /** Of a hand-over; a reach without an institution is the Office's. */
    private void requireBoth(List<AffiliationEntry> entries, String partner, Reach reach) {
        boolean all = reach.institution() == null
                || entries.stream()
                        .map(AffiliationEntry::getHandOver)
                        .filter(Objects::nonNull)
                        .allMatch(move -> representation.covers(partner, move.getToInstitutionCode()));
        if (!all) {
            throw new FaultException(Fault.REPRESENTATION_REFUSED, "handOver.toInstitutionCode");
        }
    }
}
