package dev.kapu.portal;

import dev.kapu.contract.submission.Finding;
import dev.kapu.fault.FaultTexts;
import dev.kapu.filing.RegistrysFindings;
import dev.kapu.workbook.FaultWords;
import dev.kapu.workbook.FieldWords;
import java.util.Locale;

/** What the contract calls something, as the reader of a page does. */
record PageWords(Locale language) {
    public String field(String name) {
        return FieldWords.of(name, language);
    }

    public String text(Finding finding) {
        return FaultTexts.text(RegistrysFindings.fault(finding.getCode()), language, null);
    }

    public String remedy(Finding finding) {
        return FaultWords.remedy(RegistrysFindings.fault(finding.getCode()), language);
    }
}
