package dev.kapu.systems.admissions;

import dev.kapu.admissions.HeldSheets;
import dev.kapu.contract.admission.Sheet;
import dev.kapu.contract.admissions.GetSheetHistory;
import dev.kapu.contract.admissions.GetSheetHistoryResponse;
import dev.kapu.contract.admissions.LinkSheets;
import dev.kapu.contract.admissions.LinkSheetsResponse;
import dev.kapu.registry.EducationId;
import dev.kapu.scope.Reach;
import dev.kapu.systems.ContractAdmissions;
import java.util.List;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Sheets of one person, linked by the ID (K4), and all their versions. */
@Component
class SheetReading {
    private final HeldSheets sheets;

    SheetReading(HeldSheets sheets) {
        this.sheets = sheets;
    }

    public LinkSheetsResponse link(LinkSheets request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var answer = new LinkSheetsResponse();
        add(sheets.valid(EducationId.of(request.getEducationId()), reach), answer.getSheet());
        return answer;
    }

    public GetSheetHistoryResponse history(GetSheetHistory request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var answer = new GetSheetHistoryResponse();
        add(sheets.history(EducationId.of(request.getEducationId()), request.getProcedure(), reach), answer.getSheet());
        return answer;
    }

    private static void add(HeldSheets.OfPerson held, List<Sheet> sheets) {
        held.sheets().stream()
                .map(sheet -> ContractAdmissions.sheet(held.educationId(), sheet))
                .forEach(sheets::add);
    }
}
