package dev.kapu.systems.admissions;

import dev.kapu.admissions.SheetWithdrawals;
import dev.kapu.contract.admissions.WithdrawSheet;
import dev.kapu.contract.admissions.WithdrawSheetResponse;
import dev.kapu.registry.EducationId;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.systems.ContractAdmissions;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Applicants who apply no more (K24). */
@Component
class SheetWithdrawing {
    private final SheetWithdrawals withdrawals;

    SheetWithdrawing(SheetWithdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @ChangesRegistry
    public WithdrawSheetResponse withdraw(
            WithdrawSheet request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var withdrawn = withdrawals.withdraw(
                EducationId.of(request.getEducationId()), request.getSheetNumber(), partner, reach);
        var answer = new WithdrawSheetResponse();
        answer.setSheet(ContractAdmissions.sheet(withdrawn.educationId(), withdrawn.sheet()));
        return answer;
    }
}
