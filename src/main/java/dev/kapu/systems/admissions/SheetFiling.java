package dev.kapu.systems.admissions;

import dev.kapu.admissions.AdmissionSheets;
import dev.kapu.admissions.Choice;
import dev.kapu.admissions.StudyArea;
import dev.kapu.admissions.StudyPlace;
import dev.kapu.contract.admissions.ChangeSheet;
import dev.kapu.contract.admissions.ChangeSheetResponse;
import dev.kapu.contract.admissions.SubmitSheet;
import dev.kapu.contract.admissions.SubmitSheetResponse;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.systems.ContractAdmissions;
import java.util.List;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Sheets that come in, first ones and changes. */
@Component
class SheetFiling {
    private final AdmissionSheets sheets;

    SheetFiling(AdmissionSheets sheets) {
        this.sheets = sheets;
    }

    @ChangesRegistry
    public SubmitSheetResponse submit(
            SubmitSheet request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var filing = new AdmissionSheets.Filing(
                EducationId.of(request.getEducationId()),
                request.getBirthDate(),
                request.getProcedure(),
                choices(request.getChoice()));
        var sheet = sheets.submit(filing, partner, reach);
        var answer = new SubmitSheetResponse();
        answer.setSheet(ContractAdmissions.sheet(sheet.filedUnder(), sheet));
        return answer;
    }

    @ChangesRegistry
    public ChangeSheetResponse change(
            ChangeSheet request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var sheet = sheets.change(
                EducationId.of(request.getEducationId()),
                request.getSheetNumber(),
                choices(request.getChoice()),
                partner,
                reach);
        var answer = new ChangeSheetResponse();
        answer.setSheet(ContractAdmissions.sheet(sheet.filedUnder(), sheet));
        return answer;
    }

    private static List<Choice> choices(List<dev.kapu.contract.admission.Choice> from) {
        return from.stream()
                .map(choice -> new Choice(
                        choice.getRank(),
                        new StudyPlace(
                                new InstitutionCode(choice.getInstitutionCode()),
                                new StudyArea(choice.getStudyArea()))))
                .toList();
    }
}
