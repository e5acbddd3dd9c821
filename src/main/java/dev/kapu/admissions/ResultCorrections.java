package dev.kapu.admissions;

import dev.kapu.admissions.AdmissionResults.Published;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.scope.Reach;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Results that were published and are wrong, or that an appeal has changed. Nothing is overwritten; the school that was told
 * before that it admits is told that it does not, and not who does (ADR 44).
 */
@Component
public class ResultCorrections {
    private final AdmissionResultStore store;
    private final Applicants applicants;
    private final AdmissionCalendar calendar;
    private final ApplicationEventPublisher events;
    private final Today today;

    ResultCorrections(
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

    /**
     * From the first day of the results to some months after the procedure, when the person is out of reach but for this: the
     * sheet that somebody has leads to them, and nothing further is read.
     *
     * @param admittedTo one of the choices; null: not admitted
     * @param reach everyone: the centre's
     * @throws FaultException {@code Client.Person.NotFound}, also of who neither has this sheet nor is in reach; {@code
     *     Client.Admissions.SheetNotFound}, {@code …SheetVoid}, {@code …Closed}, {@code …NoResult}, {@code …NotChosen};
     *     {@code Client.Message.Invalid} if it changes nothing
     */
    @Transactional
    public Published correct(
            EducationId asked,
            String number,
            @Nullable StudyPlace admittedTo,
            Result.Decision decision,
            String partner,
            Reach reach) {
        var applicant = applicants.lockedBySheet(asked, number, reach);
        var sheet = applicant.requireValid(number, reach);
        calendar.requireOpen(calendar.corrections(calendar.procedure(sheet.procedure())));
        var before = sheet.result();
        if (before == null) {
            throw new FaultException(Fault.RESULT_NOT_PUBLISHED, "sheetNumber");
        }
        if (!sheet.offers(admittedTo)) {
            throw new FaultException(Fault.PLACE_NOT_CHOSEN, "admittedTo");
        }
        if (Objects.equals(admittedTo, before.admittedTo())) {
            throw new FaultException(Fault.INVALID, "admittedTo");
        }
        var result =
                new Result(before.version() + 1, admittedTo, today.instant().truncatedTo(ChronoUnit.MICROS), decision);
        store.insert(sheet.number(), result, partner);
        tell(applicant, sheet, before, result);
        return new Published(applicant.id(), sheet.with(result));
    }

    private void tell(Applicant applicant, Sheet sheet, Result before, Result result) {
        var told = AdmissionResult.of(applicant, sheet, result);
        events.publishEvent(told);
        var school = before.admittedTo() == null ? null : before.admittedTo().school();
        if (school != null && !told.institutions().contains(school.text())) {
            events.publishEvent(AdmissionResult.takenBack(applicant, sheet, result, school));
        }
    }
}
