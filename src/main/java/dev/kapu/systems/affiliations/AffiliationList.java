package dev.kapu.systems.affiliations;

import dev.kapu.contract.affiliations.ListAffiliations;
import dev.kapu.contract.affiliations.ListAffiliationsResponse;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.movement.AffiliationLists;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.registry.responsibility.Responsibilities;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import dev.kapu.systems.ContractAffiliations;
import dev.kapu.systems.ContractResponsibility;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** All affiliations of a person, and who answers for the person and why (K5). */
@Component
class AffiliationList {
    private final Affiliations affiliations;
    private final AffiliationLists lists;
    private final Responsibilities responsibilities;
    private final PresentIds ids;

    AffiliationList(
            Affiliations affiliations, AffiliationLists lists, Responsibilities responsibilities, PresentIds ids) {
        this.affiliations = affiliations;
        this.lists = lists;
        this.responsibilities = responsibilities;
        this.ids = ids;
    }

    public ListAffiliationsResponse list(ListAffiliations request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        return request.getEducationId() == null ? ofInstitution(request, reach) : ofPerson(request, reach);
    }

    private ListAffiliationsResponse ofInstitution(ListAffiliations request, Reach reach) {
        var institution = request.getInstitutionCode();
        if (institution == null || reach.scope() != Scope.EVERYONE) {
            throw new FaultException(Fault.INVALID, "educationId");
        }
        var after = request.getAfterEducationId();
        var answer = new ListAffiliationsResponse();
        lists.lastingAt(new InstitutionCode(institution), after == null ? null : EducationId.of(after), reach).stream()
                .map(ContractAffiliations::of)
                .forEach(answer.getAffiliation()::add);
        return answer;
    }

    private ListAffiliationsResponse ofPerson(ListAffiliations request, Reach reach) {
        var id = ids.current(EducationId.of(request.getEducationId()));
        var responsible = responsibilities.of(id, reach).orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
        var answer = new ListAffiliationsResponse();
        affiliations.of(id, reach).stream().map(ContractAffiliations::of).forEach(answer.getAffiliation()::add);
        answer.setResponsibility(ContractResponsibility.of(responsible));
        return answer;
    }
}
