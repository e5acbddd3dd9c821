package dev.kapu.exams;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.identification.Identifications;
import dev.kapu.registry.identification.Identity;
import dev.kapu.registry.institution.Institutions;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.registry.participation.ParticipationStore;
import dev.kapu.registry.participation.Procedure;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.reach.ScopeCondition;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.scope.Reach;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who takes which exam, and so is in reach of the exam registry for some months (K24). */
@Component
public class ExamCandidates {
    private final ExamCandidateStore store;
    private final Identifications identifications;
    private final Institutions institutions;
    private final ParticipationStore participations;
    private final Persons persons;
    private final PresentIds ids;
    private final OwnPupils pupils;
    private final ExamProperties properties;
    private final Today today;

    ExamCandidates(
            ExamCandidateStore store,
            Identifications identifications,
            Institutions institutions,
            ParticipationStore participations,
            Persons persons,
            PresentIds ids,
            OwnPupils pupils,
            ExamProperties properties,
            Today today) {
        this.store = store;
        this.identifications = identifications;
        this.institutions = institutions;
        this.participations = participations;
        this.persons = persons;
        this.ids = ids;
        this.pupils = pupils;
        this.properties = properties;
        this.today = today;
    }

    public record Found(Person person, List<Candidacy> candidacies) {
        /** Hazard: must not show whom it is about. */
        @Override
        public String toString() {
            return "Found";
        }
    }

    /**
     * Once more for the same session and exam changes the institution, or the name if the person bears another by now; of
     * what is the same the first registration stays.
     *
     * @param institution at which the exam is taken; whose reach is an institution's registers its students for itself only
     * @param partner who registers
     * @throws FaultException {@code Client.Person.NotFound} for unknown, out of reach and other data;
     *     {@code Client.Person.TooManyMisses}; {@code Client.Institution.NotFound}, {@code …Closed};
     *     {@code Client.Exam.SessionClosed}
     */
    @Transactional
    public Candidacy register(
            Identity claimed,
            ExamSession session,
            ExamType type,
            InstitutionCode institution,
            String partner,
            Reach reach) {
        var day = today.date();
        if (day.isBefore(properties.opens(session)) || day.isAfter(properties.closes(session))) {
            throw new FaultException(
                    Fault.EXAM_SESSION_CLOSED, properties.opens(session) + " – " + properties.closes(session));
        }
        if (!ScopeCondition.speaksFor(reach, institution)) {
            throw new FaultException(Fault.PERSON_NOT_FOUND);
        }
        if (!institutions.find(institution).active()) {
            throw new FaultException(Fault.INSTITUTION_CLOSED, "institutionCode");
        }
        var person = identifications.require(claimed, partner, reach);
        if (!pupils.isWithin(person.educationId(), reach)) {
            throw new FaultException(Fault.PERSON_NOT_FOUND);
        }
        var present = person.educationId();
        var stands = store.standing(ids.all(present), session).stream()
                .filter(held -> held.type() == type
                        && held.institution().equals(institution)
                        && held.name().equals(person.name()))
                .findFirst();
        if (stands.isPresent()) {
            return stands.get().of(present);
        }
        var now = today.instant().truncatedTo(ChronoUnit.MICROS);
        var candidacy = new Candidacy(present, session, type, institution, person.name(), partner, now, null);
        store.put(candidacy);
        participations.begin(present, Procedure.EXAM, day, properties.closes(session));
        return candidacy;
    }

    /**
     * Not within a transaction.
     *
     * @throws FaultException {@code Client.Person.NotFound}, also if the person is no candidate of the session
     */
    public Found find(EducationId asked, ExamSession session, Reach reach) {
        var person = persons.find(asked, reach).orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
        var present = person.educationId();
        var candidacies = store.standing(ids.all(present), session).stream()
                .map(candidacy -> candidacy.of(present))
                .toList();
        if (candidacies.isEmpty()) {
            throw new FaultException(Fault.PERSON_NOT_FOUND);
        }
        return new Found(person, candidacies);
    }
}
