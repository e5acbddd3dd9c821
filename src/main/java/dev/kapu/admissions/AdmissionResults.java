package dev.kapu.admissions;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.scope.Reach;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of applications. */
@Component
public class AdmissionResults {
    private final AdmissionResultStore store;
    private final Applicants applicants;
    private final AdmissionCalendar calendar;
    private final ApplicationEventPublisher events;
    private final Today today;

    AdmissionResults(
            AdmissionResultStore store,
            Applicants applicants,
            AdmissionCalendar calendar,
            ApplicationEventPublisher events,
            Today today) {
        this.store = store;
        this.applicants = applicants;
        this.calendar = calendar;
        this.events = events;
        this.today = today;
    }

    /** @param educationId the person's present ID */
    public record Published(EducationId educationId, Sheet sheet) {}

    /**
     * Once for each applicant and procedure, of the valid sheet.
     *
     * @param admittedTo one of the choices; null: not admitted
     * @throws FaultException {@code Client.Person.NotFound}, also if out of reach; {@code
     *     Client.Admissions.SheetNotFound}, {@code …SheetVoid}, {@code …Closed}, {@code …NotChosen}, {@code
     *     …ResultPublished}
     */
    @Transactional
    public Published publish(
            EducationId asked, String number, @Nullable StudyPlace admittedTo, String partner, Reach reach) {
        var applicant = applicants.locked(asked, reach);
        var sheet = applicant.requireValid(number, reach);
        calendar.requireOpen(calendar.procedure(sheet.procedure()).results());
        if (applicant.valid(sheet.procedure()).stream().anyMatch(valid -> valid.result() != null)) {
            throw new FaultException(Fault.RESULT_PUBLISHED);
        }
        if (!sheet.offers(admittedTo)) {
            throw new FaultException(Fault.PLACE_NOT_CHOSEN, "admittedTo");
        }
        var result = new Result(1, admittedTo, today.instant().truncatedTo(ChronoUnit.MICROS), null);
        store.insert(sheet.number(), result, partner);
        events.publishEvent(AdmissionResult.of(applicant, sheet, result));
        return new Published(applicant.id(), sheet.with(result));
    }
}
