package dev.kapu.exams;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.registration.Standing;
import dev.kapu.scope.Scope;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The exam registry keeps the IDs of its candidates, and for life those of who has got a document (K4). */
@Component
class ExamStanding implements Standing {
    private final ExamCandidateStore candidates;
    private final ExamDocumentStore documents;
    private final ExamProperties properties;
    private final Today today;

    ExamStanding(ExamCandidateStore candidates, ExamDocumentStore documents, ExamProperties properties, Today today) {
        this.candidates = candidates;
        this.documents = documents;
        this.properties = properties;
        this.today = today;
    }

    @Override
    public Set<Scope> of(List<EducationId> all) {
        return isCandidate(all) || !documents.of(all).isEmpty() ? Set.of(Scope.IN_EXAM_RECORDS) : Set.of();
    }

    private boolean isCandidate(List<EducationId> all) {
        return candidates.standing(all).stream()
                .anyMatch(held -> !today.date().isAfter(properties.closes(held.session())));
    }
}
