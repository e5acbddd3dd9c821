package dev.kapu.exams;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Subject;
import java.util.List;
import org.springframework.stereotype.Component;

/** Exams are a school's business as long as somebody is its student; an employer learns nothing of them (K21). */
@Component
class OwnPupils {
    private final AffiliationStore affiliations;
    private final Today today;

    OwnPupils(AffiliationStore affiliations, Today today) {
        this.affiliations = affiliations;
        this.today = today;
    }

    /** Whether the reach is no institution's, or the person is a student of the institution today. */
    boolean isWithin(EducationId present, Reach reach) {
        return reach.institution() == null
                || students(present).stream()
                        .anyMatch(held -> held.isOpenOn(today.date())
                                && held.institution().text().equals(reach.institution()));
    }

    /** The person as a student: with the institutions of student affiliations only. */
    Subject subject(PresentIds.Locked person) {
        var students = students(person.id());
        var answering =
                students.stream().anyMatch(held -> held.institution().text().equals(person.responsible()))
                        ? person.responsible()
                        : null;
        return new HeldAffiliations(person.id(), answering, students, today.date()).subject();
    }

    private List<Affiliation> students(EducationId present) {
        return affiliations.of(present, HeldAffiliations.EVERYONE, today.date()).stream()
                .filter(held -> held.type().isStudents())
                .toList();
    }
}
