package dev.kapu.workbook;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/** Imports spreadsheets (K17): .xlsx and .xls in bounded memory, whatever the size and the intent of the file. */
@Component
public class WorkbookReader {
    private final ImportProperties limits;

    public WorkbookReader(ImportProperties limits) {
        this.limits = limits;
    }

    /**
     * Reads the file twice: first to know that it is whole and within the limits, then to give out its rows. If a column
     * is missing, no row is given out, and the summary says so.
     *
     * @param file as uploaded; its name does not matter
     * @throws FaultException if the file itself is refused; then no row has been given out
     */
    public ImportSummary read(Path file, Template template, RowHandler handler) {
        try (var source = Sources.open(file, limits)) {
            return read(source, template, handler);
        } catch (IOException malformed) {
            throw Refusal.broken();
        }
    }

    private ImportSummary read(Source source, Template template, RowHandler handler) throws IOException {
        var found = new ArrayList<CellFinding>();
        var choice = new SheetChoice(template);
        var sheet = choice.of(source, found);
        var headings = new Headings(template);
        var others = new OtherTemplates(template);
        var survey = new Survey(headings, others, limits.maxRows());
        source.read(sheet, survey);
        if (!headings.areWhole(survey.headingRow().values())) {
            others.moreOf(survey.known()).ifPresent(other -> {
                throw new FaultException(Fault.WORKBOOK_OTHER_TEMPLATE, other.word());
            });
        }
        if (survey.known() == 0) {
            throw new FaultException(Fault.WORKBOOK_NOT_THE_TEMPLATE);
        }
        int total = survey.filled();
        if (total == 0) {
            choice.besideEmpty(source, found);
        }
        var layout = headings.layout(sheet.name(), survey, found);
        var findings = new FindingList(limits.maxFindings());
        found.forEach(findings::add);
        if (findings.errorCount() > 0) {
            return new ImportSummary(sheet.name(), 0, 0, findings.errorCount(), findings.all());
        }
        var reader = new RowReader(
                layout,
                new Cells(new Words(template), source.since1904()),
                new Merges(layout, survey.merges()),
                findings,
                handler,
                total);
        source.read(sheet, reader);
        return new ImportSummary(
                sheet.name(), reader.rows(), reader.wrongRows(), findings.errorCount(), findings.all());
    }
}
