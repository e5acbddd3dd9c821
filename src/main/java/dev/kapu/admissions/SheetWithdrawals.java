package dev.kapu.admissions;

import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.participation.ParticipationStore;
import dev.kapu.registry.participation.ParticipationStore.Days;
import dev.kapu.registry.participation.Procedure;
import dev.kapu.registry.participation.Withdrawal;
import dev.kapu.scope.Reach;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who applies no more is out of reach of the admissions centre, unless a sheet in another procedure keeps them there
 * (K24). The sheets stay, for the person and for the school that filed them.
 */
@Component
public class SheetWithdrawals {
    private final AdmissionSheetStore store;
    private final Applicants applicants;
    private final AdmissionCalendar calendar;
    private final ParticipationStore participations;
    private final ApplicationEventPublisher events;
    private final Today today;

    SheetWithdrawals(
            AdmissionSheetStore store,
            Applicants applicants,
            AdmissionCalendar calendar,
            ParticipationStore participations,
            ApplicationEventPublisher events,
            Today today) {
        this.store = store;
        this.applicants = applicants;
        this.calendar = calendar;
        this.participations = participations;
        this.events = events;
        this.today = today;
    }

    /** @param educationId the person's present ID */
    public record Withdrawn(EducationId educationId, Sheet sheet) {}

    /**
     * On any day of the procedure until the result; with whatever else of the applicant is valid in it, which a merger
     * may have left (K1).
     *
     * @throws FaultException {@code Client.Person.NotFound}, also if out of reach; {@code Client.Affiliation.NotFound};
     *     {@code Client.Admissions.SheetNotFound}, {@code …SheetVoid}, {@code …Closed}, {@code …ResultPublished}, {@code
     *     …ProcedureUnknown}
     */
    @Transactional
    public Withdrawn withdraw(EducationId asked, String number, String partner, Reach reach) {
        var applicant = applicants.locked(asked, reach);
        var sheet = applicant.requireValid(number, reach);
        var procedure = calendar.procedure(sheet.procedure());
        calendar.requireOpen(new Window(procedure.firstDay(), procedure.lastDay()));
        var valid = applicant.valid(procedure.name());
        Applicant.requireOpen(valid, reach);
        var withdrawal = new Withdrawal(today.instant().truncatedTo(ChronoUnit.MICROS), partner);
        for (var withdrawn : valid) {
            store.withdraw(withdrawn.number(), withdrawal);
            events.publishEvent(new ApplicationSheetWithdrawn(
                    UUID.randomUUID(),
                    withdrawal.at(),
                    applicant.subject(),
                    withdrawn.institution() == null
                            ? ""
                            : withdrawn.institution().text(),
                    procedure.name(),
                    withdrawn.number()));
        }
        participations.withdraw(applicant.id(), Procedure.SECONDARY_ADMISSION, still(applicant, procedure));
        return new Withdrawn(applicant.id(), sheet.with(withdrawal));
    }

    private List<Days> still(Applicant applicant, AdmissionProcedure withdrawn) {
        return applicant.sheets().stream()
                .filter(Sheet::isValid)
                .flatMap(sheet -> calendar.configured(sheet.procedure()).stream())
                .filter(other -> !other.name().equals(withdrawn.name()))
                .map(other -> new Days(other.firstDay(), other.lastDay()))
                .toList();
    }
}
