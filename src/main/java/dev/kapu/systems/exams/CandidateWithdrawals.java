package dev.kapu.systems.exams;

import dev.kapu.contract.examregistry.WithdrawCandidate;
import dev.kapu.contract.examregistry.WithdrawCandidateResponse;
import dev.kapu.exams.ExamSession;
import dev.kapu.exams.ExamType;
import dev.kapu.exams.ExamWithdrawals;
import dev.kapu.registry.EducationId;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.systems.ContractExams;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Candidates who do not take their exam (K24). */
@Component
class CandidateWithdrawals {
    private final ExamWithdrawals withdrawals;

    CandidateWithdrawals(ExamWithdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @ChangesRegistry
    public WithdrawCandidateResponse withdraw(
            WithdrawCandidate request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var withdrawn = withdrawals.withdraw(
                EducationId.of(request.getEducationId()),
                ExamSession.of(request.getSession()),
                ExamType.valueOf(request.getExamType().name()),
                partner,
                reach);
        var answer = new WithdrawCandidateResponse();
        answer.setCandidacy(ContractExams.of(withdrawn));
        return answer;
    }
}
