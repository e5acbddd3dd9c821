package dev.kapu.registry.movement;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.history.History;
import dev.kapu.registry.responsibility.Responsibilities;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Affiliations that were reported and never were, such as those of a wrong person (K11); ADR 46. */
@Component
public class Annulments {
    private final ReportedStartStore store;
    private final LockedPersons persons;
    private final StartNews news;
    private final Ends ends;
    private final Responsibilities responsibilities;
    private final History history;

    Annulments(
            ReportedStartStore store,
            LockedPersons persons,
            StartNews news,
            Ends ends,
            Responsibilities responsibilities,
            History history) {
        this.store = store;
        this.persons = persons;
        this.news = news;
        this.ends = ends;
        this.responsibilities = responsibilities;
        this.history = history;
    }

    /**
     * Takes an affiliation out of the registry, whether or not it has begun or ended; the history keeps it. For the
     * Office. Cards follow (K23), and the responsible institution is named anew (K5).
     *
     * @return the affiliation as it stood
     * @throws FaultException {@code Client.Person.NotFound}, also if the reach is not everyone; {@code
     *     Client.Affiliation.NotFound}
     */
    @Transactional
    public Affiliation annul(
            EducationId asked, InstitutionCode institution, AffiliationType type, LocalDate startDate, Reach reach) {
        if (reach.scope() != Scope.EVERYONE) {
            throw new FaultException(Fault.PERSON_NOT_FOUND);
        }
        var held = persons.locked(asked, reach);
        var wrong = held.at(institution, type, startDate)
                .orElseThrow(() -> new FaultException(Fault.AFFILIATION_NOT_FOUND, "startDate"));
        var rest = held.without(wrong);
        store.annul(wrong);
        history.cancelled(wrong);
        if (wrong.endDate() == null) {
            ends.tell(held, wrong, held.day(), rest.all());
        }
        news.tellNever(held, wrong);
        responsibilities.settle(held, rest.all());
        return wrong.answering(false);
    }
}
