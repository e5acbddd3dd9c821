package dev.kapu.workbook;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which sheet is read: the one called as in the template, else the first that can be seen. A hidden one never, for the
 * user may not know what is in it.
 */
final class SheetChoice {
    private final Template template;
    private final List<String> own;
    private final List<String> sample;
    private final List<String> beside;

    SheetChoice(Template template) {
        this.template = template;
        own = Headings.words("sheet." + template.word());
        sample = Headings.words("sheet.sample");
        beside = Stream.concat(sample.stream(), Headings.words("sheet.help").stream())
                .toList();
    }

    /** @param findings gets a note for each sheet that might have been meant as well */
    Source.Sheet of(Source source, List<CellFinding> findings) {
        var candidates = source.sheets().stream()
                .filter(sheet -> !beside.contains(Folding.fold(sheet.name())))
                .toList();
        var chosen = candidates.stream()
                .filter(sheet -> !sheet.hidden() && own.contains(Folding.fold(sheet.name())))
                .findFirst()
                .or(() -> candidates.stream().filter(sheet -> !sheet.hidden()).findFirst())
                .orElseThrow(() -> new FaultException(Fault.WORKBOOK_NOT_THE_TEMPLATE));
        candidates.stream()
                .filter(sheet -> !sheet.equals(chosen))
                .map(sheet -> CellFinding.ofSheet(
                        sheet.name(), sheet.hidden() ? Problem.SHEET_HIDDEN : Problem.SHEET_IGNORED))
                .forEach(findings::add);
        return chosen;
    }

    /** Where the chosen sheet is empty, somebody may have filled the sample instead. */
    void besideEmpty(Source source, List<CellFinding> findings) throws IOException {
        for (var sheet : source.sheets()) {
            if (!sheet.hidden() && sample.contains(Folding.fold(sheet.name()))) {
                var look = new FilledSample(template);
                source.read(sheet, look);
                if (look.isFilled()) {
                    findings.add(CellFinding.ofSheet(sheet.name(), Problem.SHEET_IGNORED));
                    return;
                }
            }
        }
    }
}
