package dev.kapu.systems.submissions;

import dev.kapu.contract.submissions.GetFurtherPath;
import dev.kapu.contract.submissions.GetFurtherPathResponse;
import dev.kapu.contract.submissions.GetHistory;
import dev.kapu.contract.submissions.GetHistoryResponse;
import dev.kapu.contract.submissions.GetStatus;
import dev.kapu.contract.submissions.GetStatusResponse;
import dev.kapu.contract.submissions.ListSubmissions;
import dev.kapu.contract.submissions.ListSubmissionsResponse;
import dev.kapu.scope.Reach;
import dev.kapu.submission.State;
import dev.kapu.submission.Tracking;
import java.util.Objects;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** The institution follows the fate of a submission and its further path (K16). */
@Component
class SubmissionTracking {
    private final Tracking tracking;

    SubmissionTracking(Tracking tracking) {
        this.tracking = tracking;
    }

    public GetStatusResponse status(GetStatus request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var number = request.getSubmissionNumber();
        var answer = new GetStatusResponse();
        answer.setSubmission(ContractSubmissions.of(tracking.find(number, reach)));
        tracking
                .outcomes(
                        number,
                        Objects.requireNonNullElse(request.getFromPosition(), 1),
                        Objects.requireNonNullElse(request.getLimit(), Orders.MOST),
                        reach)
                .stream()
                .map(ContractSubmissions::of)
                .forEach(answer.getEntry()::add);
        return answer;
    }

    public GetHistoryResponse history(GetHistory request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var answer = new GetHistoryResponse();
        tracking.history(request.getSubmissionNumber(), reach).stream()
                .map(ContractSubmissions::of)
                .forEach(answer.getTransition()::add);
        return answer;
    }

    public GetFurtherPathResponse path(GetFurtherPath request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var answer = new GetFurtherPathResponse();
        tracking.path(request.getSubmissionNumber(), reach).stream()
                .map(ContractSubmissions::of)
                .forEach(answer.getStep()::add);
        return answer;
    }

    public ListSubmissionsResponse list(ListSubmissions request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var state = request.getState();
        var answer = new ListSubmissionsResponse();
        tracking
                .list(
                        request.getInstitutionCode(),
                        state == null ? null : State.valueOf(state.name()),
                        request.getBefore(),
                        reach)
                .stream()
                .map(ContractSubmissions::of)
                .forEach(answer.getSubmission()::add);
        return answer;
    }
}
