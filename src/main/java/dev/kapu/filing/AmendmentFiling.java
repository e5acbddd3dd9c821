package dev.kapu.filing;

import dev.kapu.contract.amendments.SubmitAmendmentsBody;
import dev.kapu.contract.amendments.SubmitAmendmentsResponse;
import dev.kapu.contract.amendments.ValidateAmendments;
import dev.kapu.contract.amendments.ValidateAmendmentsResponse;
import dev.kapu.contract.submission.AmendmentEntry;
import dev.kapu.contract.submission.EntryOutcome;
import dev.kapu.contract.submission.Role;
import dev.kapu.contract.submission.Submission;
import dev.kapu.workbook.CheckedRow;
import dev.kapu.workbook.Entry;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changed fields of persons, by their IDs (K12). */
final class AmendmentFiling implements Filing<AmendmentEntry> {
    /** Without these nobody knows what a row is about. */
    private static final Set<String> WHOSE = Set.of("educationId", "reason", "changedOn");

    @Override
    public AmendmentEntry entry(Entry row) {
        return ContractRows.amendment(row);
    }

    @Override
    public Optional<Entry> askable(CheckedRow wrong) {
        var rest = wrong.rest().reduced();
        boolean changes = rest.values().keySet().stream().anyMatch(field -> !WHOSE.contains(field));
        return changes && rest.values().keySet().containsAll(WHOSE) ? Optional.of(rest) : Optional.empty();
    }

    @Override
    public List<EntryOutcome> validate(
            Asking gate, String institution, Role role, boolean allOrNothing, List<AmendmentEntry> entries) {
        var body = new ValidateAmendments();
        body.setInstitutionCode(institution);
        body.setRole(role);
        body.getEntry().addAll(entries);
        return gate.ask("Amendments/validateAmendments", body, ValidateAmendmentsResponse.class)
                .getEntry();
    }

    @Override
    public Submission submit(
            Asking gate, String institution, Role role, boolean allOrNothing, List<AmendmentEntry> entries) {
        var body = SubmitAmendmentsBody.with(entries);
        body.setInstitutionCode(institution);
        body.setRole(role);
        body.setAllOrNothing(allOrNothing);
        return gate.ask("Amendments/submitAmendments", body, SubmitAmendmentsResponse.class)
                .getSubmission();
    }
}
