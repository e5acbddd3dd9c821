package dev.kapu.systems.submissions;

import dev.kapu.contract.submissions.Accept;
import dev.kapu.contract.submissions.AcceptResponse;
import dev.kapu.contract.submissions.ConfirmAuthentication;
import dev.kapu.contract.submissions.ConfirmAuthenticationResponse;
import dev.kapu.contract.submissions.Refuse;
import dev.kapu.contract.submissions.RefuseResponse;
import dev.kapu.contract.submissions.SignSubmission;
import dev.kapu.contract.submissions.SignSubmissionResponse;
import dev.kapu.contract.submissions.Withdraw;
import dev.kapu.contract.submissions.WithdrawResponse;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.submission.Decisions;
import dev.kapu.submission.Submissions;
import dev.kapu.submission.Transition;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** What moves a submission on: the institution signs or withdraws, the Office confirms, accepts or refuses (K16). */
@Component
class SubmissionDecisions {
    private final Submissions submissions;
    private final Decisions decisions;

    SubmissionDecisions(Submissions submissions, Decisions decisions) {
        this.submissions = submissions;
        this.decisions = decisions;
    }

    @ChangesRegistry
    public SignSubmissionResponse sign(
            SignSubmission request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var answer = new SignSubmissionResponse();
        answer.setSubmission(ContractSubmissions.of(
                submissions.sign(request.getSubmissionNumber(), request.getSignature(), partner, reach)));
        return answer;
    }

    @ChangesRegistry
    public WithdrawResponse withdraw(
            Withdraw request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var answer = new WithdrawResponse();
        answer.setSubmission(
                ContractSubmissions.of(submissions.withdraw(request.getSubmissionNumber(), partner, reach)));
        return answer;
    }

    @ChangesRegistry
    public ConfirmAuthenticationResponse confirm(
            ConfirmAuthentication request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var answer = new ConfirmAuthenticationResponse();
        answer.setSubmission(ContractSubmissions.of(decisions.confirm(request.getBarcode(), partner, reach)));
        return answer;
    }

    @ChangesRegistry
    public AcceptResponse accept(
            Accept request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var answer = new AcceptResponse();
        answer.setSubmission(ContractSubmissions.of(decisions.accept(request.getSubmissionNumber(), partner, reach)));
        return answer;
    }

    @ChangesRegistry
    public RefuseResponse refuse(
            Refuse request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var reason = new Transition.Reason(request.getReasonCode().value(), request.getReasonText());
        var answer = new RefuseResponse();
        answer.setSubmission(
                ContractSubmissions.of(decisions.refuse(request.getSubmissionNumber(), reason, partner, reach)));
        return answer;
    }
}
