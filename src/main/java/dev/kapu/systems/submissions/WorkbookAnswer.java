package dev.kapu.systems.submissions;

import dev.kapu.contract.submission.EntryOutcome;
import dev.kapu.contract.submission.Submission;
import dev.kapu.contract.workbooks.CellFinding;
import dev.kapu.contract.workbooks.ErrorFile;
import dev.kapu.contract.workbooks.ImportResult;
import dev.kapu.contract.workbooks.ImportWorkbookResponse;
import dev.kapu.contract.workbooks.Severity;
import dev.kapu.filing.ImportFolder;
import dev.kapu.filing.ImportWatcher;
import dev.kapu.workbook.Format;
import dev.kapu.workbook.ImportSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an import says in the end. Every ID that the registry was asked about stands in it, so that the answer's record
 * names all of them.
 */
final class WorkbookAnswer implements ImportWatcher {
    private static final int LISTED = 1000;

    /** What XML 1.0 (section 2.2) has no way to write, and a cell may hold. */
    private static final Pattern NO_XML =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final boolean wantsErrorFile;
    private final ImportResult result = new ImportResult();
    private final ImportWorkbookResponse answer = new ImportWorkbookResponse();
    private final Map<String, EntryOutcome> persons = new LinkedHashMap<>();
    private List<dev.kapu.workbook.CellFinding> notes = List.of();
    private int errors;
    private int wrongRows;

    WorkbookAnswer(boolean wantsErrorFile) {
        this.wantsErrorFile = wantsErrorFile;
    }

    /** A later outcome of a row replaces the earlier one; what is wrong with it stands at its cells. */
    void outcomes(List<EntryOutcome> said) {
        for (var one : said) {
            if (one.getEducationId() != null) {
                var outcome = new EntryOutcome();
                outcome.setReference(one.getReference());
                outcome.setOutcome(one.getOutcome());
                outcome.setEducationId(one.getEducationId());
                persons.put(one.getReference(), outcome);
            }
        }
    }

    @Override
    public void summary(ImportSummary summary) {
        result.setRows(summary.rows());
        notes = summary.notes();
        if (summary.rows() == 0) {
            list(summary.findings());
        }
    }

    @Override
    public void wrongRow(List<dev.kapu.workbook.CellFinding> findings) {
        wrongRows++;
        list(findings);
    }

    private void list(List<dev.kapu.workbook.CellFinding> findings) {
        for (var finding : findings) {
            if (finding.isError() && errors++ < LISTED) {
                answer.getFinding().add(of(finding));
            }
        }
    }

    @Override
    public void errorsIn(Path file) {
        try {
            if (wantsErrorFile) {
                var errorFile = new ErrorFile();
                errorFile.setMediaType(Format.XLSX.mediaType());
                errorFile.setWorkbook(Files.readAllBytes(file));
                answer.setErrorFile(errorFile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ImportFolder.delete(file);
        }
    }

    @Override
    public void submitted(Submission submission) {
        answer.setSubmission(submission);
    }

    ImportWorkbookResponse made() {
        result.setWrongRows(wrongRows);
        result.setErrors(errors);
        answer.setResult(result);
        notes.stream().map(WorkbookAnswer::of).forEach(answer.getFinding()::add);
        answer.getEntry().addAll(persons.values());
        return answer;
    }

    private static CellFinding of(dev.kapu.workbook.CellFinding from) {
        var finding = new CellFinding();
        finding.setSeverity(from.isError() ? Severity.ERROR : Severity.NOTE);
        finding.setSheet(filled(from.sheet()));
        finding.setRow(from.row() == 0 ? null : from.row());
        finding.setColumn(filled(from.column()));
        finding.setHeading(filled(from.heading()));
        finding.setField(filled(from.field()));
        finding.setValue(filled(from.value()));
        finding.setCount(from.isError() ? null : from.count());
        finding.getText().addAll(ContractSubmissions.texts(from::text));
        finding.getRemedy().addAll(ContractSubmissions.texts(from::remedy));
        return finding;
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : NO_XML.matcher(text).replaceAll("\uFFFD");
    }
}
