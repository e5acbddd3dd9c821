package dev.kapu.systems.submissions;

import dev.kapu.contract.amendments.SubmitAmendments;
import dev.kapu.contract.amendments.SubmitAmendmentsResponse;
import dev.kapu.contract.amendments.ValidateAmendments;
import dev.kapu.contract.amendments.ValidateAmendmentsResponse;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.submission.Purpose;
import dev.kapu.submission.Submissions;
import dev.kapu.submission.Tracking;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Changes of stored data, by the responsible institution (K12). */
@Component
class AmendmentForms {
    private final Submissions submissions;
    private final Tracking tracking;

    AmendmentForms(Submissions submissions, Tracking tracking) {
        this.submissions = submissions;
        this.tracking = tracking;
    }

    @ChangesRegistry
    public SubmitAmendmentsResponse submit(
            SubmitAmendments form,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var institution = new InstitutionCode(form.getInstitutionCode());
        var order = Orders.of(
                Purpose.AMENDMENT, form.getRole(), form.getMode(), institution, form.isAllOrNothing(), partner);
        var entries = form.getEntry().stream().map(ContractEntries::change).iterator();
        var submission = submissions.submit(order, entries, form.getSignature(), reach);
        var answer = new SubmitAmendmentsResponse();
        answer.setSubmission(ContractSubmissions.of(submission));
        tracking.outcomes(submission.number(), 1, Orders.MOST, reach).stream()
                .map(ContractSubmissions::of)
                .forEach(answer.getEntry()::add);
        return answer;
    }

    public ValidateAmendmentsResponse validate(
            ValidateAmendments form,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var institution = new InstitutionCode(form.getInstitutionCode());
        var order = Orders.of(Purpose.AMENDMENT, form.getRole(), null, institution, null, partner);
        var entries = form.getEntry().stream().map(ContractEntries::change).toList();
        var answer = new ValidateAmendmentsResponse();
        submissions.validate(order, entries, reach).stream()
                .map(ContractSubmissions::of)
                .forEach(answer.getEntry()::add);
        return answer;
    }
}
