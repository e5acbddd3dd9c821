package dev.kapu.systems.funding;

import dev.kapu.contract.funding.CloseInspection;
import dev.kapu.contract.funding.CloseInspectionResponse;
import dev.kapu.contract.funding.Inspection;
import dev.kapu.contract.funding.InspectionState;
import dev.kapu.contract.funding.ListInspections;
import dev.kapu.contract.funding.ListInspectionsResponse;
import dev.kapu.contract.funding.RequestInspection;
import dev.kapu.contract.funding.RequestInspectionResponse;
import dev.kapu.funding.Inspections;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import java.time.ZoneOffset;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Asked for by funding, made by the Office (K22). */
@Component
class FundingInspections {
    private static final int LIMIT = 100;

    private final Inspections inspections;

    FundingInspections(Inspections inspections) {
        this.inspections = inspections;
    }

    @ChangesRegistry
    public RequestInspectionResponse request(
            RequestInspection request, @ExchangeProperty(Reach.PARTNER) String partner) {
        var answer = new RequestInspectionResponse();
        answer.setInspection(inspection(inspections.request(
                new InstitutionCode(request.getInstitutionCode()),
                request.getReferenceDate(),
                request.getReason(),
                partner)));
        return answer;
    }

    public ListInspectionsResponse list(ListInspections request) {
        var answer = new ListInspectionsResponse();
        inspections
                .list(
                        request.getState() != InspectionState.CLOSED,
                        request.getAfterNumber() == null ? 0 : request.getAfterNumber(),
                        request.getLimit() == null ? LIMIT : request.getLimit())
                .stream()
                .map(FundingInspections::inspection)
                .forEach(answer.getInspection()::add);
        return answer;
    }

    @ChangesRegistry
    public CloseInspectionResponse close(CloseInspection request, @ExchangeProperty(Reach.PARTNER) String partner) {
        var answer = new CloseInspectionResponse();
        answer.setInspection(
                inspection(inspections.close(request.getInspectionNumber(), request.getFinding(), partner)));
        return answer;
    }

    private static Inspection inspection(dev.kapu.funding.Inspection from) {
        var inspection = new Inspection();
        inspection.setInspectionNumber(from.number());
        inspection.setInstitutionCode(from.institution().text());
        inspection.setReferenceDate(from.referenceDate());
        inspection.setReason(from.reason());
        inspection.setRequestedAt(from.requestedAt().atOffset(ZoneOffset.UTC));
        inspection.setState(from.closedAt() == null ? InspectionState.OPEN : InspectionState.CLOSED);
        inspection.setClosedAt(from.closedAt() == null ? null : from.closedAt().atOffset(ZoneOffset.UTC));
        inspection.setFinding(from.finding());
        return inspection;
    }
}
