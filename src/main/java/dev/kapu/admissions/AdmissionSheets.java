package dev.kapu.admissions;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.participation.ParticipationStore;
import dev.kapu.registry.participation.Procedure;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sheets that come in. A change is a new sheet that voids the one before; nothing is deleted. The applicant's row is
 * locked first, so that of two at the same moment one wins.
 */
@Component
public class AdmissionSheets {
    private final AdmissionSheetStore store;
    private final Applicants applicants;
    private final AdmissionCalendar calendar;
    private final ChoiceRules rules;
    private final ParticipationStore participations;
    private final ApplicationEventPublisher events;
    private final Today today;

    AdmissionSheets(
            AdmissionSheetStore store,
            Applicants applicants,
            AdmissionCalendar calendar,
            ChoiceRules rules,
            ParticipationStore participations,
            ApplicationEventPublisher events,
            Today today) {
        this.store = store;
        this.applicants = applicants;
        this.calendar = calendar;
        this.rules = rules;
        this.participations = participations;
        this.events = events;
        this.today = today;
    }

    /** @param birthDate an institution, which knows its pupils, may leave it out */
    public record Filing(
            EducationId educationId, @Nullable LocalDate birthDate, String procedure, List<Choice> choices) {
        /** Hazard: must not show whose it is, or it would reach a log line. */
        @Override
        public String toString() {
            return "Filing";
        }
    }

    /**
     * The first sheet of an applicant in a procedure: from the institution that teaches them, or from the admissions
     * centre for whoever applies without a school. From then on the centre may reach them, until the procedure's last
     * day (K24).
     *
     * @param reach without an institution: by birth date
     * @throws FaultException {@code Client.Person.NotFound}, also if out of reach or born on another day; {@code
     *     Client.Person.TooManyMisses}; {@code Client.Affiliation.NotFound}; {@code Client.Admissions.ProcedureUnknown},
     *     {@code …Closed}, {@code …AlreadySubmitted}; and as {@link ChoiceRules#ranked}
     */
    @Transactional
    public Sheet submit(Filing filing, String partner, Reach reach) {
        var procedure = calendar.procedure(filing.procedure());
        calendar.requireOpen(procedure.sheets());
        if (reach.scope() == Scope.EVERYONE) {
            applicants.requireBorn(filing.educationId(), filing.birthDate(), partner);
        }
        var applicant = applicants.locked(filing.educationId(), reach);
        if (filing.birthDate() != null && !filing.birthDate().equals(applicant.born())) {
            throw new FaultException(Fault.PERSON_NOT_FOUND);
        }
        var choices = rules.ranked(filing.choices());
        if (!applicant.valid(procedure.name()).isEmpty()) {
            throw new FaultException(Fault.SHEET_ALREADY_SUBMITTED);
        }
        var sheet = filed(applicant, procedure, 1, choices, List.of(), partner, institution(reach));
        participations.begin(applicant.id(), Procedure.SECONDARY_ADMISSION, procedure.firstDay(), procedure.lastDay());
        events.publishEvent(new ApplicationSheetSubmitted(
                UUID.randomUUID(),
                sheet.submittedAt(),
                applicant.subject(),
                through(sheet),
                sheet.procedure(),
                sheet.number()));
        return sheet;
    }

    /**
     * Voids the sheet and whatever else of the applicant is valid in the procedure, which a merger may have left (K1).
     *
     * @param number of the version that the change was made on; another one by now: nothing happens
     * @throws FaultException as {@link #submit}; {@code Client.Admissions.SheetNotFound}, {@code …SheetVoid}, {@code
     *     …SchoolNotListed}, {@code …ResultPublished}
     */
    @Transactional
    public Sheet change(EducationId asked, String number, List<Choice> wanted, String partner, Reach reach) {
        var applicant = applicants.locked(asked, reach);
        var before = applicant.requireValid(number, reach);
        var procedure = calendar.procedure(before.procedure());
        calendar.requireOpen(procedure.changes());
        var valid = applicant.valid(procedure.name());
        Applicant.requireOpen(valid, reach);
        var choices = rules.ranked(wanted);
        ChoiceRules.requireListed(choices, applicant.firstListed(valid));
        var voided = valid.stream().map(Sheet::number).toList();
        int version = valid.stream().mapToInt(Sheet::version).max().orElseThrow() + 1;
        // The school that filed a sheet still sees it when the centre has changed it.
        var through = institution(reach) == null ? before.institution() : institution(reach);
        var sheet = filed(applicant, procedure, version, choices, voided, partner, through);
        events.publishEvent(new ApplicationSheetChanged(
                UUID.randomUUID(),
                sheet.submittedAt(),
                applicant.subject(),
                through(sheet),
                sheet.procedure(),
                sheet.number(),
                voided));
        return sheet;
    }

    private Sheet filed(
            Applicant applicant,
            AdmissionProcedure procedure,
            int version,
            List<Choice> choices,
            List<String> voids,
            String partner,
            @Nullable InstitutionCode through) {
        var sheet = new Sheet(
                store.nextNumber(procedure.year()),
                procedure.name(),
                applicant.id(),
                version,
                applicant.name(),
                through,
                partner,
                today.instant().truncatedTo(ChronoUnit.MICROS),
                choices,
                voids,
                null,
                null,
                List.of());
        store.replace(voids, sheet);
        return sheet;
    }

    private static @Nullable InstitutionCode institution(Reach reach) {
        return reach.institution() == null ? null : new InstitutionCode(reach.institution());
    }

    private static String through(Sheet sheet) {
        return sheet.institution() == null ? "" : sheet.institution().text();
    }
}
