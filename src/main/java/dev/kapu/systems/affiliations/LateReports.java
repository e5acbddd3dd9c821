package dev.kapu.systems.affiliations;

import dev.kapu.contract.affiliations.LateReport;
import dev.kapu.contract.affiliations.ListLateReports;
import dev.kapu.contract.affiliations.ListLateReportsResponse;
import dev.kapu.contract.affiliations.ReportKind;
import dev.kapu.contract.affiliations.ReportSummary;
import dev.kapu.contract.person.AffiliationType;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.movement.Lateness;
import dev.kapu.scope.Reach;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** What an institution reported late (K13). */
@Component
class LateReports {
    private final Lateness lateness;

    LateReports(Lateness lateness) {
        this.lateness = lateness;
    }

    public ListLateReportsResponse list(ListLateReports request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var institution = new InstitutionCode(request.getInstitutionCode());
        var period = new Lateness.Period(request.getFrom(), request.getUntil());
        var reports = Boolean.TRUE.equals(request.isSummaryOnly())
                ? lateness.counted(institution, period, reach)
                : lateness.of(institution, period, reach);
        var summary = new ReportSummary();
        summary.setInstitutionCode(request.getInstitutionCode());
        summary.setReported(reports.reported());
        summary.setLate(reports.late());
        summary.setOverdue(reports.overdue());
        var answer = new ListLateReportsResponse();
        answer.setSummary(summary);
        reports.items().stream().map(LateReports::late).forEach(answer.getLateReport()::add);
        return answer;
    }

    private static LateReport late(Lateness.Item from) {
        var late = new LateReport();
        late.setEducationId(from.educationId().text());
        late.setKind(ReportKind.valueOf(from.kind().name()));
        var type = from.type();
        late.setType(type == null ? null : AffiliationType.valueOf(type.name()));
        late.setHappenedOn(from.happenedOn());
        late.setReportedOn(from.reportedOn());
        late.setDaysLate(from.daysLate());
        return late;
    }
}
