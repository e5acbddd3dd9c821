package dev.kapu.filing;

import dev.kapu.contract.amendments.SubmitAmendments;
import dev.kapu.contract.amendments.SubmitAmendmentsResponse;
import dev.kapu.contract.amendments.ValidateAmendments;
import dev.kapu.contract.amendments.ValidateAmendmentsResponse;
import dev.kapu.contract.submission.AmendmentEntry;
import dev.kapu.contract.submission.EntryOutcome;
import dev.kapu.contract.submission.Role;
import dev.kapu.contract.submission.Submission;
import dev.kapu.workbook.Entry;
import java.util.List;

/** Changed fields of persons, by their IDs (K12). */
final class AmendmentFiling implements Filing<AmendmentEntry> {
    @Override
    public AmendmentEntry entry(Entry row) {
        return ContractRows.amendment(row);
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
        var body = new SubmitAmendments();
        body.setInstitutionCode(institution);
        body.setRole(role);
        body.setAllOrNothing(allOrNothing);
        body.getEntry().addAll(entries);
        return gate.ask("Amendments/submitAmendments", body, SubmitAmendmentsResponse.class)
                .getSubmission();
    }
}
