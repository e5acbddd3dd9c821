package dev.kapu.registry.movement;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.affiliation.InstitutionAffiliationStore;
import dev.kapu.registry.institution.InstitutionStore;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is still affiliated with an institution that reports nothing any more (K11, K14); ADR 46. */
@Component
public class ClosedInstitutions {
    /** Persons of one transaction. */
    private static final int BATCH = 100;

    private final InstitutionStore institutions;
    private final ReportedStartStore starts;
    private final AffiliationStore store;
    private final InstitutionAffiliationStore held;
    private final Affiliations affiliations;
    private final LockedPersons persons;
    private final Today today;

    ClosedInstitutions(
            InstitutionStore institutions,
            ReportedStartStore starts,
            AffiliationStore store,
            InstitutionAffiliationStore held,
            Affiliations affiliations,
            LockedPersons persons,
            Today today) {
        this.institutions = institutions;
        this.starts = starts;
        this.store = store;
        this.held = held;
        this.affiliations = affiliations;
        this.persons = persons;
        this.today = today;
    }

    /**
     * @param ended affiliations
     * @param waiting whether there are more to end on the day: the next call ends them
     * @param remaining persons who still hold an affiliation that lasts, also one that began after the day
     */
    public record Ended(int ended, boolean waiting, int remaining) {}

    /**
     * Ends what began by the day and lasts, of at most 100 persons, each as {@link Affiliations#end} does. For the Office.
     *
     * @throws FaultException {@code Client.Institution.NotFound}, {@code …StillActive}; {@code
     *     Client.Affiliation.DateInvalid} of a day to come; {@code Client.Person.NotFound} if the reach is not everyone
     */
    @Transactional
    public Ended endAll(InstitutionCode institution, LocalDate lastDay, Reach reach) {
        if (reach.scope() != Scope.EVERYONE) {
            throw new FaultException(Fault.PERSON_NOT_FOUND);
        }
        requireClosed(institution);
        if (lastDay.isAfter(today.date())) {
            throw new FaultException(Fault.AFFILIATION_DATE_INVALID, "endDate: – " + today.date());
        }
        var ids = starts.lastingSince(institution, lastDay, BATCH);
        persons.lockAll(ids.stream());
        // Read again under the locks: another may have ended one meanwhile, or merged a person.
        var lasting = store.ofAll(ids).values().stream()
                .flatMap(List::stream)
                .filter(one -> one.institution().equals(institution)
                        && one.endDate() == null
                        && !one.startDate().isAfter(lastDay))
                .toList();
        lasting.forEach(one ->
                affiliations.end(one.educationId(), institution, one.type(), lastDay, HeldAffiliations.EVERYONE));
        return new Ended(
                lasting.size(),
                !starts.lastingSince(institution, lastDay, 1).isEmpty(),
                held.countLasting(institution));
    }

    private void requireClosed(InstitutionCode code) {
        var institution = institutions
                .find(code)
                .orElseThrow(() -> new FaultException(Fault.INSTITUTION_NOT_FOUND, "institutionCode"));
        if (institution.active()) {
            throw new FaultException(Fault.INSTITUTION_ACTIVE, "institutionCode");
        }
    }
}
