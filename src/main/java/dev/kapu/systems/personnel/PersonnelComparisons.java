package dev.kapu.systems.personnel;

import dev.kapu.contract.personnel.GetReconciliation;
import dev.kapu.contract.personnel.GetReconciliationResponse;
import dev.kapu.contract.staff.Comparison;
import dev.kapu.contract.staff.Difference;
import dev.kapu.contract.staff.DifferenceKind;
import dev.kapu.contract.staff.EmploymentType;
import dev.kapu.contract.staff.Page;
import dev.kapu.personnel.Reconciliation;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.scope.Reach;
import java.time.ZoneOffset;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the registry and the personnel module differed when they were compared last. */
@Component
class PersonnelComparisons {
    private static final int MOST = 500;

    private final Reconciliation reconciliation;

    PersonnelComparisons(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    public GetReconciliationResponse find(GetReconciliation request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        PersonnelReports.requireEveryone(reach);
        var answer = new GetReconciliationResponse();
        if (request.getInstitutionCode() == null) {
            page(request.getAfterInstitutionCode(), answer);
            return answer;
        }
        var institution = new InstitutionCode(request.getInstitutionCode());
        reconciliation.of(institution).ifPresent(one -> answer.getComparison().add(of(one)));
        reconciliation
                .differences(institution)
                .forEach(one -> answer.getDifference().add(of(institution, one)));
        return answer;
    }

    private void page(@Nullable String after, GetReconciliationResponse answer) {
        // One more than the page holds, to know whether another follows.
        var found = reconciliation.notable(after == null ? null : new InstitutionCode(after), MOST + 1);
        found.stream().limit(MOST).map(PersonnelComparisons::of).forEach(answer.getComparison()::add);
        answer.setPage(page(found.size() > MOST));
    }

    static Page page(boolean more) {
        var page = new Page();
        page.setMore(more);
        return page;
    }

    private static Comparison of(dev.kapu.personnel.Comparison from) {
        var comparison = new Comparison();
        comparison.setInstitutionCode(from.institution().text());
        comparison.setDay(from.day());
        comparison.setOnlyHere(from.onlyHere());
        comparison.setOnlyThere(from.onlyThere());
        comparison.setDiffering(from.differing());
        comparison.setFailure(from.failure());
        var failedAt = from.failedAt();
        comparison.setFailedAt(failedAt == null ? null : failedAt.atOffset(ZoneOffset.UTC));
        return comparison;
    }

    private static Difference of(InstitutionCode institution, dev.kapu.personnel.Difference from) {
        var difference = new Difference();
        difference.setInstitutionCode(institution.text());
        difference.setEducationId(from.educationId());
        difference.setType(EmploymentType.fromValue(from.type().word()));
        difference.setDifference(DifferenceKind.fromValue(from.kind().word()));
        difference.getDifferingField().addAll(from.fields());
        return difference;
    }
}
