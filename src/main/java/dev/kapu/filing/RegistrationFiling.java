package dev.kapu.filing;

import dev.kapu.contract.registration.Submit;
import dev.kapu.contract.registration.SubmitResponse;
import dev.kapu.contract.registration.ValidateOnly;
import dev.kapu.contract.registration.ValidateOnlyResponse;
import dev.kapu.contract.submission.EntryOutcome;
import dev.kapu.contract.submission.RegistrationEntry;
import dev.kapu.contract.submission.Role;
import dev.kapu.contract.submission.Submission;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.workbook.Entry;
import java.util.List;
import java.util.Optional;

/** New persons (K10). */
final class RegistrationFiling implements Filing<RegistrationEntry> {
    @Override
    public RegistrationEntry entry(Entry row) {
        return ContractRows.registration(row);
    }

    @Override
    public Optional<NewPerson> person(Entry row) {
        return Optional.of(SubmittedPersons.of(ContractRows.registration(row)));
    }

    @Override
    public List<EntryOutcome> validate(
            Asking gate, String institution, Role role, boolean allOrNothing, List<RegistrationEntry> entries) {
        var body = new ValidateOnly();
        body.setInstitutionCode(institution);
        body.setRole(role);
        body.setAllOrNothing(allOrNothing);
        body.getEntry().addAll(entries);
        return gate.ask("Registration/validateOnly", body, ValidateOnlyResponse.class)
                .getEntry();
    }

    @Override
    public Submission submit(
            Asking gate, String institution, Role role, boolean allOrNothing, List<RegistrationEntry> entries) {
        var body = new Submit();
        body.setInstitutionCode(institution);
        body.setRole(role);
        body.setAllOrNothing(allOrNothing);
        body.getEntry().addAll(entries);
        return gate.ask("Registration/submit", body, SubmitResponse.class).getSubmission();
    }
}
