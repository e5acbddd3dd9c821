package dev.kapu.systems.submissions;

import dev.kapu.contract.registration.Submit;
import dev.kapu.contract.registration.SubmitResponse;
import dev.kapu.contract.registration.ValidateOnly;
import dev.kapu.contract.registration.ValidateOnlyResponse;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.submission.Purpose;
import dev.kapu.submission.Submissions;
import dev.kapu.submission.Tracking;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Registration of students and staff (K10). */
@Component
class RegistrationForms {
    private final Submissions submissions;
    private final Tracking tracking;

    RegistrationForms(Submissions submissions, Tracking tracking) {
        this.submissions = submissions;
        this.tracking = tracking;
    }

    @ChangesRegistry
    public SubmitResponse submit(
            Submit form,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var institution = new InstitutionCode(form.getInstitutionCode());
        var order = Orders.of(
                Purpose.REGISTRATION, form.getRole(), form.getMode(), institution, form.isAllOrNothing(), partner);
        var entries = form.getEntry().stream()
                .map(entry -> ContractEntries.registration(entry, institution))
                .iterator();
        var submission = submissions.submit(order, entries, form.getSignature(), reach);
        var answer = new SubmitResponse();
        answer.setSubmission(ContractSubmissions.of(submission));
        tracking.outcomes(submission.number(), 1, Orders.MOST, reach).stream()
                .map(ContractSubmissions::of)
                .forEach(answer.getEntry()::add);
        return answer;
    }

    public ValidateOnlyResponse validate(
            ValidateOnly form,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var institution = new InstitutionCode(form.getInstitutionCode());
        var order = Orders.of(Purpose.REGISTRATION, form.getRole(), null, institution, form.isAllOrNothing(), partner);
        var entries = form.getEntry().stream()
                .map(entry -> ContractEntries.registration(entry, institution))
                .toList();
        var answer = new ValidateOnlyResponse();
        submissions.validate(order, entries, reach).stream()
                .map(ContractSubmissions::of)
                .forEach(answer.getEntry()::add);
        return answer;
    }
}
