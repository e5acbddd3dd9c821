package dev.kapu.systems.highereducation;

import dev.kapu.contract.highereducationregistry.AcademicRoleKind;
import dev.kapu.contract.highereducationregistry.GetEducationIdRequest;
import dev.kapu.contract.highereducationregistry.GetEducationIdRequestResponse;
import dev.kapu.contract.highereducationregistry.GiveEducationId;
import dev.kapu.contract.highereducationregistry.GiveEducationIdResponse;
import dev.kapu.contract.highereducationregistry.RequestState;
import dev.kapu.highereducation.AcademicRole;
import dev.kapu.highereducation.EducationIdRequest;
import dev.kapu.highereducation.EducationIdRequests;
import dev.kapu.highereducation.EducationIdRequests.Asked;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import java.util.UUID;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** An ID for who has none, by the way of every registration (K2). */
@Component
class EducationIdGrants {
    private final EducationIdRequests requests;

    EducationIdGrants(EducationIdRequests requests) {
        this.requests = requests;
    }

    @ChangesRegistry
    public GiveEducationIdResponse give(GiveEducationId request, @ExchangeProperty(Reach.PARTNER) String partner) {
        var answer = new GiveEducationIdResponse();
        var asked = new Asked(
                ContractNewcomers.person(request.getPerson()),
                AcademicRole.Kind.valueOf(request.getRole().name()),
                request.getStartDate(),
                request.getPapersReference());
        answer.setEducationIdRequest(of(requests.give(asked, partner)));
        return answer;
    }

    public GetEducationIdRequestResponse find(
            GetEducationIdRequest request, @ExchangeProperty(Reach.PARTNER) String partner) {
        var answer = new GetEducationIdRequestResponse();
        answer.setEducationIdRequest(of(requests.find(UUID.fromString(request.getRequestNumber()), partner)));
        return answer;
    }

    private static dev.kapu.contract.highereducationregistry.EducationIdRequest of(EducationIdRequest from) {
        var request = new dev.kapu.contract.highereducationregistry.EducationIdRequest();
        request.setRequestNumber(from.number().toString());
        request.setState(RequestState.valueOf(from.state().name()));
        request.setRole(AcademicRoleKind.valueOf(from.role().name()));
        request.setEducationId(
                from.educationId() == null ? null : from.educationId().text());
        return request;
    }
}
