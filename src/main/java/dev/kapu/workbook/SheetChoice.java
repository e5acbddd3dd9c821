package dev.kapu.workbook;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which sheet is read: the one called as in the template, else the first that can be seen. A hidden one never, for the
 * user may not know what is in it.
 */
final class SheetChoice {
    private final List<String> own;
    private final List<String> beside;

    SheetChoice(Template template) {
        own = Headings.words("sheet." + template.word());
        beside = Stream.of("sheet.sample", "sheet.help")
                .flatMap(key -> Headings.words(key).stream())
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
}
