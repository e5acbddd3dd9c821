package dev.kapu.filing;

import dev.kapu.contract.registration.SubmitBody;
import dev.kapu.contract.registration.SubmitResponse;
import dev.kapu.contract.registration.ValidateOnly;
import dev.kapu.contract.registration.ValidateOnlyResponse;
import dev.kapu.contract.submission.EntryOutcome;
import dev.kapu.contract.submission.RegistrationEntry;
import dev.kapu.contract.submission.Role;
import dev.kapu.contract.submission.Submission;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.workbook.CellFinding;
import dev.kapu.workbook.CheckedRow;
import dev.kapu.workbook.Entry;
import dev.kapu.workbook.Rest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

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
    public List<List<CellFinding>> besides(List<CheckedRow> wrong, Registrations rules) {
        var rests = wrong.stream().map(CheckedRow::rest).toList();
        var rows = rests.stream().map(Rest::filled).toList();
        var found =
                rules.checkAll(rows.stream().map(RegistrationFiling::registered).toList());
        return IntStream.range(0, rows.size())
                .mapToObj(i -> found.get(i).stream()
                        .map(finding -> rows.get(i).located(finding))
                        .filter(rests.get(i)::judges)
                        .toList())
                .toList();
    }

    private static Registrations.Entry registered(Entry row) {
        var from = ContractRows.registration(row);
        var affiliation = from.getAffiliation();
        return new Registrations.Entry(
                SubmittedPersons.of(from),
                new NewAffiliation(
                        new InstitutionCode(Objects.requireNonNull(row.value("affiliation.institutionCode"))),
                        new SiteSerial(affiliation.getSiteSerial()),
                        AffiliationType.valueOf(affiliation.getType().name()),
                        affiliation.getStartDate(),
                        affiliation.getWeeklyHours(),
                        affiliation.getGrade(),
                        affiliation.getPost()));
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
        var body = SubmitBody.with(entries);
        body.setInstitutionCode(institution);
        body.setRole(role);
        body.setAllOrNothing(allOrNothing);
        return gate.ask("Registration/submit", body, SubmitResponse.class).getSubmission();
    }
}
