package dev.kapu.portal;

import dev.kapu.contract.registration.Submit;
import dev.kapu.contract.registration.SubmitResponse;
import dev.kapu.contract.registration.ValidateOnly;
import dev.kapu.contract.registration.ValidateOnlyResponse;
import dev.kapu.contract.submission.EntryOutcome;
import dev.kapu.contract.submission.Outcome;
import dev.kapu.contract.submission.RegistrationEntry;
import dev.kapu.fault.Fault;
import dev.kapu.registry.Finding;
import dev.kapu.workbook.CellFinding;
import dev.kapu.workbook.Entry;
import dev.kapu.workbook.ErrorFile;
import dev.kapu.workbook.RowHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of one file: each checked by itself and by the registry, the good ones kept, the wrong ones written out. */
final class ImportRun implements RowHandler {
    /** Rows that the registry is asked about at once. */
    private static final int CHUNK = 500;

    private final GateCall gate;
    private final ImportForm form;
    private final GateCall.Received received;
    private final ErrorFile errors;
    private final ImportJob job;
    private final List<Row> waiting = new ArrayList<>(CHUNK);
    private final List<RegistrationEntry> good = new ArrayList<>();

    ImportRun(GateCall gate, ImportForm form, GateCall.Received received, ErrorFile errors, ImportJob job) {
        this.gate = gate;
        this.form = form;
        this.received = received;
        this.errors = errors;
        this.job = job;
    }

    private record Row(Entry entry, List<CellFinding> findings) {
        boolean isGood() {
            return findings.stream().noneMatch(CellFinding::isError);
        }
    }

    @Override
    public void row(Entry entry, List<CellFinding> findings) {
        var all = new ArrayList<>(findings);
        var institution = entry.value("affiliation.institutionCode");
        if (institution != null && !institution.equals(form.who().getName()) && new Row(entry, all).isGood()) {
            all.add(entry.located(new Finding("affiliation.institutionCode", Fault.REPRESENTATION_REFUSED)));
        }
        waiting.add(new Row(entry, all));
        if (waiting.size() == CHUNK) {
            check();
        }
    }

    @Override
    public void progress(int read, int total) {
        job.progress(read, total);
    }

    /** To be called when all rows were given out. */
    void check() {
        var rows = waiting.stream().filter(Row::isGood).toList();
        var entries = rows.stream().map(row -> ContractRows.of(row.entry())).toList();
        if (!entries.isEmpty()) {
            var outcomes = outcomes(entries);
            for (int i = 0; i < rows.size(); i++) {
                var found = findings(rows.get(i).entry(), outcomes.get(i));
                rows.get(i).findings().addAll(found);
                if (found.isEmpty()) {
                    good.add(entries.get(i));
                }
            }
        }
        waiting.stream().filter(row -> !row.isGood()).forEach(this::refused);
        waiting.clear();
    }

    private void refused(Row row) {
        errors.add(row.entry(), row.findings());
        job.wrongRow(row.findings());
    }

    private List<EntryOutcome> outcomes(List<RegistrationEntry> entries) {
        var body = new ValidateOnly();
        body.setInstitutionCode(form.who().getName());
        body.setRole(form.role());
        body.getEntry().addAll(entries);
        return gate.askChecked(form.who(), "Registration/validateOnly", body, received, ValidateOnlyResponse.class)
                .getEntry();
    }

    private static List<CellFinding> findings(Entry row, EntryOutcome outcome) {
        if (outcome.getOutcome() == Outcome.ALREADY_REGISTERED) {
            return List.of(row.located(new Finding("", Fault.ALREADY_REGISTERED)));
        }
        return outcome.getOutcome() != Outcome.REFUSED
                ? List.of()
                : outcome.getFinding().stream()
                        .map(finding -> row.located(new Finding(finding.getField(), fault(finding.getCode()))))
                        .toList();
    }

    private static Fault fault(String code) {
        return Arrays.stream(Fault.values())
                .filter(fault -> fault.code().equals(code))
                .findFirst()
                .orElse(Fault.INVALID);
    }

    int goodRows() {
        return good.size();
    }

    /** @return the submission's number */
    String submit() {
        var body = new Submit();
        body.setInstitutionCode(form.who().getName());
        body.setRole(form.role());
        body.setAllOrNothing(form.allOrNothing());
        body.getEntry().addAll(good);
        return gate.askChecked(form.who(), "Registration/submit", body, received, SubmitResponse.class)
                .getSubmission()
                .getSubmissionNumber();
    }
}
