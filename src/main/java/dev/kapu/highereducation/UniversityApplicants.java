package dev.kapu.highereducation;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.identification.Identifications;
import dev.kapu.registry.identification.Identity;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.registry.participation.ParticipationStore;
import dev.kapu.registry.participation.ParticipationStore.Days;
import dev.kapu.registry.participation.Procedure;
import dev.kapu.registry.participation.Withdrawal;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.scope.Reach;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who applies to higher education, and so is in reach of whoever runs the admissions until the round is over (K24). */
@Component
public class UniversityApplicants {
    private final UniversityApplicationStore store;
    private final Identifications identifications;
    private final ParticipationStore participations;
    private final Persons persons;
    private final PresentIds ids;
    private final AdmissionProperties calendar;
    private final Today today;

    UniversityApplicants(
            UniversityApplicationStore store,
            Identifications identifications,
            ParticipationStore participations,
            Persons persons,
            PresentIds ids,
            AdmissionProperties calendar,
            Today today) {
        this.store = store;
        this.identifications = identifications;
        this.participations = participations;
        this.persons = persons;
        this.ids = ids;
        this.calendar = calendar;
        this.today = today;
    }

    /**
     * Once more changes nothing.
     *
     * @param partner who registers
     * @throws FaultException {@code Client.Person.NotFound} for unknown and other data; {@code Client.Person.TooManyMisses};
     *     {@code Client.HigherEducation.RoundClosed}
     */
    @Transactional
    public UniversityApplication register(Identity claimed, AdmissionRound round, String partner, Reach reach) {
        var day = today.date();
        if (day.isBefore(calendar.opens(round)) || day.isAfter(calendar.closes(round))) {
            throw new FaultException(Fault.ADMISSION_ROUND_CLOSED, "admissionRound");
        }
        var present = identifications.require(claimed, partner, reach).educationId();
        var application = store.standing(ids.all(present), round)
                .orElseGet(
                        () -> store.insert(new UniversityApplication(present, round, partner, today.instant(), null)));
        participations.begin(present, Procedure.HIGHER_EDUCATION_ADMISSION, day, calendar.closes(round));
        return application.of(present);
    }

    /** On which the applicants of the round are in reach. */
    public LocalDate lastDay(AdmissionRound round) {
        return calendar.closes(round);
    }

    /**
     * The data for the application, so that nothing is typed twice (K24). Not within a transaction.
     *
     * @throws FaultException {@code Client.Person.NotFound}, also of whoever does not apply in this round
     */
    public Person find(EducationId asked, AdmissionRound round, Reach reach) {
        var person = persons.find(asked, reach).orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
        if (store.standing(ids.all(person.educationId()), round).isEmpty()) {
            throw new FaultException(Fault.PERSON_NOT_FOUND);
        }
        return person;
    }

    /**
     * The applicant is out of reach at once, unless another round keeps them there; the application stays in the
     * person's file (K27).
     *
     * @param partner who says so
     * @throws FaultException {@code Client.Person.NotFound}, also of whoever does not apply in this round
     */
    @Transactional
    public UniversityApplication withdraw(EducationId asked, AdmissionRound round, String partner, Reach reach) {
        var present = ids.lock(asked, reach, today.date())
                .orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND))
                .id();
        var all = ids.all(present);
        var application = store.standing(all, round).orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
        var withdrawal = new Withdrawal(today.instant().truncatedTo(ChronoUnit.MICROS), partner);
        store.withdraw(all, round, withdrawal);
        var still = store.of(all).stream()
                .filter(other -> other.withdrawal() == null)
                .map(other -> new Days(today.dateOf(other.at()), calendar.closes(other.round())))
                .toList();
        participations.withdraw(present, Procedure.HIGHER_EDUCATION_ADMISSION, still);
        return application.of(present).with(withdrawal);
    }
}
