package dev.kapu.systems.highereducation;

import dev.kapu.contract.highereducationregistry.AcademicRoleKind;
import dev.kapu.contract.highereducationregistry.AdoptEducationId;
import dev.kapu.contract.highereducationregistry.AdoptEducationIdResponse;
import dev.kapu.contract.highereducationregistry.EndRole;
import dev.kapu.contract.highereducationregistry.EndRoleResponse;
import dev.kapu.highereducation.AcademicRole;
import dev.kapu.highereducation.AcademicRoles;
import dev.kapu.registry.EducationId;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.systems.ContractIdentity;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** The ID that a person has is taken over in a new role, and kept when the role ends (K3). */
@Component
class EducationIdAdoptions {
    private final AcademicRoles roles;

    EducationIdAdoptions(AcademicRoles roles) {
        this.roles = roles;
    }

    @ChangesRegistry
    public AdoptEducationIdResponse adopt(
            AdoptEducationId request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var answer = new AdoptEducationIdResponse();
        answer.setAcademicRole(of(roles.adopt(
                ContractIdentity.of(request.getEducationId(), request.getName(), request.getBirthDate()),
                AcademicRole.Kind.valueOf(request.getRole().name()),
                request.getStartDate(),
                partner,
                reach)));
        return answer;
    }

    @ChangesRegistry
    public EndRoleResponse end(
            EndRole request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var answer = new EndRoleResponse();
        answer.setAcademicRole(of(roles.end(
                EducationId.of(request.getEducationId()),
                AcademicRole.Kind.valueOf(request.getRole().name()),
                request.getEndDate(),
                partner,
                reach)));
        return answer;
    }

    private static dev.kapu.contract.highereducationregistry.AcademicRole of(AcademicRole from) {
        var role = new dev.kapu.contract.highereducationregistry.AcademicRole();
        role.setEducationId(from.educationId().text());
        role.setRole(AcademicRoleKind.valueOf(from.kind().name()));
        role.setStartDate(from.since());
        role.setEndDate(from.until());
        return role;
    }
}
