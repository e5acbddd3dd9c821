package dev.kapu.filing;

import dev.kapu.contract.affiliations.SubmitAffiliationsBody;
import dev.kapu.contract.affiliations.SubmitAffiliationsResponse;
import dev.kapu.contract.affiliations.ValidateAffiliations;
import dev.kapu.contract.affiliations.ValidateAffiliationsResponse;
import dev.kapu.contract.submission.AffiliationEntry;
import dev.kapu.contract.submission.EntryOutcome;
import dev.kapu.contract.submission.Role;
import dev.kapu.contract.submission.Submission;
import dev.kapu.workbook.Entry;
import java.util.List;

/** Starts, ends and hand-overs of affiliations, by the persons' IDs (K11). */
final class AffiliationFiling implements Filing<AffiliationEntry> {
    @Override
    public AffiliationEntry entry(Entry row) {
        return ContractRows.movement(row);
    }

    @Override
    public List<EntryOutcome> validate(
            Asking gate, String institution, Role role, boolean allOrNothing, List<AffiliationEntry> entries) {
        var body = new ValidateAffiliations();
        body.setInstitutionCode(institution);
        body.setRole(role);
        body.getEntry().addAll(entries);
        return gate.ask("Affiliations/validateAffiliations", body, ValidateAffiliationsResponse.class)
                .getEntry();
    }

    @Override
    public Submission submit(
            Asking gate, String institution, Role role, boolean allOrNothing, List<AffiliationEntry> entries) {
        var body = SubmitAffiliationsBody.with(entries);
        body.setInstitutionCode(institution);
        body.setRole(role);
        body.setAllOrNothing(allOrNothing);
        return gate.ask("Affiliations/submitAffiliations", body, SubmitAffiliationsResponse.class)
                .getSubmission();
    }
}
