package dev.kapu.admissions;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.registry.reach.ScopeCondition;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.scope.Reach;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sheets as they are held; of a person also those under a retired ID or an earlier name (K4). */
@Component
public class HeldSheets {
    private static final int PAGE = 500;

    private final AdmissionSheetStore store;
    private final AdmissionCalendar calendar;
    private final Applicants applicants;
    private final Persons persons;
    private final PresentIds ids;
    private final Today today;

    HeldSheets(
            AdmissionSheetStore store,
            AdmissionCalendar calendar,
            Applicants applicants,
            Persons persons,
            PresentIds ids,
            Today today) {
        this.store = store;
        this.calendar = calendar;
        this.applicants = applicants;
        this.persons = persons;
        this.ids = ids;
        this.today = today;
    }

    /** @param educationId the person's present ID */
    public record OfPerson(EducationId educationId, List<Sheet> sheets) {}

    /**
     * All valid sheets of a person in all procedures, oldest first (K4).
     *
     * @throws FaultException {@code Client.Person.NotFound}, also if out of reach
     */
    public OfPerson valid(EducationId asked, Reach reach) {
        var held = inReach(asked, reach);
        return new OfPerson(
                held.educationId(),
                held.sheets().stream().filter(Sheet::isValid).toList());
    }

    /**
     * All versions in a procedure, void ones too, oldest first.
     *
     * @throws FaultException {@code Client.Person.NotFound}, also if out of reach; {@code
     *     Client.Admissions.SheetNotFound} if there is none
     */
    public OfPerson history(EducationId asked, String procedure, Reach reach) {
        var held = inReach(asked, reach);
        var versions = held.sheets().stream()
                .filter(sheet -> sheet.procedure().equals(procedure))
                .toList();
        if (versions.isEmpty()) {
            throw new FaultException(Fault.SHEET_NOT_FOUND, "procedure");
        }
        return new OfPerson(held.educationId(), versions);
    }

    /**
     * All that is held about a person (K27). Who asks must have been let through to the person.
     *
     * @param all IDs of one person, the retired ones as well; the oldest first
     */
    public List<Sheet> of(List<EducationId> all) {
        return store.of(all);
    }

    /**
     * Those in a running procedure whose valid sheet names the school, by sheet number, at most 500; whoever's procedure
     * is over is not read.
     *
     * @param after only later numbers; null for the first
     * @throws FaultException {@code Client.Institution.NotFound} if the reach is another institution's; {@code
     *     Client.Admissions.ProcedureUnknown}
     */
    public List<ApplicantLine> applicantsOf(
            InstitutionCode school, String procedure, @Nullable String after, Reach reach) {
        if (!ScopeCondition.speaksFor(reach, school)) {
            throw new FaultException(Fault.INSTITUTION_NOT_FOUND, "institutionCode");
        }
        var known = calendar.procedure(procedure);
        return store.applicants(school, known.name(), after == null ? "" : after, PAGE, today.date());
    }

    private OfPerson inReach(EducationId asked, Reach reach) {
        var id = persons.find(asked, reach)
                .orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND))
                .educationId();
        return new OfPerson(
                id,
                store.of(ids.all(id)).stream()
                        .filter(sheet -> SheetReach.covers(reach, sheet) && isTheirBusiness(id, sheet, reach))
                        .toList());
    }

    /** An institution's only while it teaches the applicant, and of others' sheets only while the procedure runs. */
    private boolean isTheirBusiness(EducationId id, Sheet sheet, Reach reach) {
        var by = reach.institution();
        return by == null
                || (applicants.isPupil(id, by)
                        && (SheetReach.isFiledBy(by, sheet) || calendar.isRunning(sheet.procedure())));
    }
}
