package dev.kapu.registry.movement;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.InstitutionAffiliationStore;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Affiliations with an institution, page by page: for the Office, and for the registry itself. */
@Component
public class AffiliationLists {
    private static final int PAGE = 500;

    private final InstitutionAffiliationStore store;

    AffiliationLists(InstitutionAffiliationStore store) {
        this.store = store;
    }

    /**
     * Affiliations with an institution that last, whosever they are, by education ID; a page of at least 500.
     *
     * @param after only persons with a higher ID; null for the first
     * @throws FaultException {@code Client.Person.NotFound} if the reach is not everyone
     */
    public List<Affiliation> lastingAt(InstitutionCode institution, @Nullable EducationId after, Reach reach) {
        requireEveryone(reach);
        return store.lastingAt(institution, last(after), PAGE);
    }

    /**
     * Employments on the day, the last day of each included, by education ID; a page of at least 500.
     *
     * @param after only persons with a higher ID; null for the first
     * @throws FaultException {@code Client.Person.NotFound} if the reach is not everyone
     */
    public List<Affiliation> employedAt(
            InstitutionCode institution, LocalDate day, @Nullable EducationId after, Reach reach) {
        requireEveryone(reach);
        return store.employedAt(institution, day, last(after), PAGE);
    }

    private static void requireEveryone(Reach reach) {
        if (reach.scope() != Scope.EVERYONE) {
            throw new FaultException(Fault.PERSON_NOT_FOUND);
        }
    }

    private static long last(@Nullable EducationId id) {
        return id == null ? 0 : id.number();
    }
}
