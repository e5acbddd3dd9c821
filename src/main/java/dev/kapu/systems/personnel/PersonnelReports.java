package dev.kapu.systems.personnel;

import dev.kapu.contract.personnel.GetTimeline;
import dev.kapu.contract.personnel.GetTimelineResponse;
import dev.kapu.contract.personnel.ListParked;
import dev.kapu.contract.personnel.ListParkedResponse;
import dev.kapu.contract.personnel.Report;
import dev.kapu.contract.personnel.ReportResponse;
import dev.kapu.contract.personnel.WithdrawMessage;
import dev.kapu.contract.personnel.WithdrawMessageResponse;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.personnel.KeptMessage;
import dev.kapu.personnel.StaffReports;
import dev.kapu.registry.EducationId;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import dev.kapu.step.ChangesRegistry;
import java.util.List;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the personnel module reports (E4). It speaks of the staff of all institutions: whoever may not, may nothing. */
@Component
class PersonnelReports {
    private static final int LIMIT = 100;

    private final StaffReports reports;

    PersonnelReports(StaffReports reports) {
        this.reports = reports;
    }

    @ChangesRegistry
    public ReportResponse report(Report request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        requireEveryone(reach);
        var answer = new ReportResponse();
        reports.report(request.getMessage().stream().map(ContractStaff::of).toList()).stream()
                .map(ContractStaff::of)
                .forEach(answer.getKept()::add);
        return answer;
    }

    @ChangesRegistry
    public WithdrawMessageResponse withdraw(WithdrawMessage request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        requireEveryone(reach);
        var answer = new WithdrawMessageResponse();
        answer.setKept(ContractStaff.of(
                reports.withdraw(EducationId.of(request.getEducationId()), request.getMessageNumber())));
        return answer;
    }

    public ListParkedResponse listParked(ListParked request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        requireEveryone(reach);
        var answer = new ListParkedResponse();
        int most = request.getLimit() == null ? LIMIT : request.getLimit();
        // One more than the page holds, to know whether another follows.
        var found = parked(request.getAfterEducationId(), request.getAfterMessageNumber(), most + 1);
        found.stream().limit(most).map(ContractStaff::of).forEach(answer.getKept()::add);
        answer.setPage(PersonnelComparisons.page(found.size() > most));
        return answer;
    }

    /** As the schema has it, either both of the last one or neither. */
    private List<KeptMessage> parked(@Nullable String id, @Nullable Integer number, int most) {
        return id == null || number == null
                ? reports.parked(most)
                : reports.parkedAfter(EducationId.of(id), number, most);
    }

    public GetTimelineResponse timeline(GetTimeline request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        requireEveryone(reach);
        var said = reports.of(EducationId.of(request.getEducationId()));
        var answer = new GetTimelineResponse();
        said.kept().stream().map(ContractStaff::of).forEach(answer.getKept()::add);
        said.employments().stream()
                .map(span -> ContractStaff.of(said.person(), span))
                .forEach(answer.getEmployment()::add);
        return answer;
    }

    static void requireEveryone(Reach reach) {
        if (reach.scope() != Scope.EVERYONE) {
            throw new FaultException(Fault.NOT_PERMITTED);
        }
    }
}
