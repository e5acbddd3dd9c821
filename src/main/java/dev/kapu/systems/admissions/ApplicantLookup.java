package dev.kapu.systems.admissions;

import dev.kapu.admissions.HeldSheets;
import dev.kapu.contract.admissions.GetApplicant;
import dev.kapu.contract.admissions.GetApplicantResponse;
import dev.kapu.contract.admissions.ListApplicants;
import dev.kapu.contract.admissions.ListApplicantsResponse;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.scope.Reach;
import dev.kapu.systems.ContractAdmissions;
import dev.kapu.systems.ContractAffiliations;
import dev.kapu.systems.ContractPersons;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Sheets are filled from the registry, so that nothing is typed twice; a school sees who applies to it (K24). */
@Component
class ApplicantLookup {
    private final Persons persons;
    private final Affiliations affiliations;
    private final HeldSheets sheets;
    private final Today today;

    ApplicantLookup(Persons persons, Affiliations affiliations, HeldSheets sheets, Today today) {
        this.persons = persons;
        this.affiliations = affiliations;
        this.sheets = sheets;
        this.today = today;
    }

    public GetApplicantResponse find(GetApplicant request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var person = persons.find(EducationId.of(request.getEducationId()), reach)
                .orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
        var answer = new GetApplicantResponse();
        answer.setApplicant(ContractPersons.of(person));
        affiliations.of(person.educationId(), reach).stream()
                .filter(held -> held.type().isStudents() && held.isOpenOn(today.date()))
                .map(ContractAffiliations::of)
                .forEach(answer.getAffiliation()::add);
        return answer;
    }

    public ListApplicantsResponse list(ListApplicants request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var answer = new ListApplicantsResponse();
        sheets
                .applicantsOf(
                        new InstitutionCode(request.getInstitutionCode()),
                        request.getProcedure(),
                        request.getAfterSheetNumber(),
                        reach)
                .stream()
                .map(ContractAdmissions::applicant)
                .forEach(answer.getApplicant()::add);
        return answer;
    }
}
