package dev.kapu.systems.admissions;

import dev.kapu.admissions.HeldSheets;
import dev.kapu.admissions.SheetFill;
import dev.kapu.contract.admissions.GetApplicant;
import dev.kapu.contract.admissions.GetApplicantResponse;
import dev.kapu.contract.admissions.ListApplicants;
import dev.kapu.contract.admissions.ListApplicantsResponse;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
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
    private final SheetFill fill;
    private final Affiliations affiliations;
    private final HeldSheets sheets;
    private final Today today;

    ApplicantLookup(SheetFill fill, Affiliations affiliations, HeldSheets sheets, Today today) {
        this.fill = fill;
        this.affiliations = affiliations;
        this.sheets = sheets;
        this.today = today;
    }

    public GetApplicantResponse find(
            GetApplicant request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var filled = fill.of(
                EducationId.of(request.getEducationId()),
                request.getBirthDate(),
                request.getProcedure(),
                partner,
                reach);
        var answer = new GetApplicantResponse();
        answer.setApplicant(ContractPersons.of(filled.person()));
        affiliations.of(filled.person().educationId(), filled.reach()).stream()
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
