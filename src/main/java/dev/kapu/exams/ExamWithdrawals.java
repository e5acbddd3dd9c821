package dev.kapu.exams;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.participation.ParticipationStore;
import dev.kapu.registry.participation.ParticipationStore.Days;
import dev.kapu.registry.participation.Procedure;
import dev.kapu.registry.participation.Withdrawal;
import dev.kapu.registry.reach.ScopeCondition;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.scope.Reach;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who takes an exam no more is out of reach of the exam registry, unless another exam keeps them there (K24). */
@Component
public class ExamWithdrawals {
    private final ExamCandidateStore store;
    private final ExamDocumentStore documents;
    private final ParticipationStore participations;
    private final PresentIds ids;
    private final OwnPupils pupils;
    private final ExamProperties properties;
    private final Today today;

    ExamWithdrawals(
            ExamCandidateStore store,
            ExamDocumentStore documents,
            ParticipationStore participations,
            PresentIds ids,
            OwnPupils pupils,
            ExamProperties properties,
            Today today) {
        this.store = store;
        this.documents = documents;
        this.participations = participations;
        this.ids = ids;
        this.pupils = pupils;
        this.properties = properties;
        this.today = today;
    }

    /**
     * Whose reach is an institution's withdraws its students from exams at itself only. The candidacy stays in the
     * person's file (K27).
     *
     * @param partner who says so
     * @throws FaultException {@code Client.Person.NotFound} for unknown and out of reach; {@code
     *     Client.Exam.NotCandidate}; {@code Client.Exam.DocumentGiven}: it has been taken
     */
    @Transactional
    public Candidacy withdraw(EducationId asked, ExamSession session, ExamType type, String partner, Reach reach) {
        var present = ids.lock(asked, reach, today.date())
                .map(PresentIds.Locked::id)
                .filter(id -> pupils.isWithin(id, reach))
                .orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
        var all = ids.all(present);
        var candidacy = store.standing(all, session).stream()
                .filter(held -> held.type() == type && ScopeCondition.speaksFor(reach, held.institution()))
                .findFirst()
                .orElseThrow(() -> new FaultException(Fault.EXAM_NOT_CANDIDATE));
        if (isTaken(candidacy, all)) {
            throw new FaultException(Fault.EXAM_DOCUMENT_GIVEN);
        }
        var withdrawal = new Withdrawal(today.instant().truncatedTo(ChronoUnit.MICROS), partner);
        store.withdraw(all, candidacy, withdrawal);
        participations.withdraw(present, Procedure.EXAM, days(store.standing(all)));
        return candidacy.of(present).with(withdrawal);
    }

    private boolean isTaken(Candidacy candidacy, List<EducationId> all) {
        return documents.of(all).stream()
                .anyMatch(given -> given.session().equals(candidacy.session()) && given.type() == candidacy.type());
    }

    private List<Days> days(List<Candidacy> standing) {
        return standing.stream()
                .map(held -> new Days(today.dateOf(held.at()), properties.closes(held.session())))
                .toList();
    }
}
