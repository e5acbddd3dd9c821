package dev.kapu.registry.registration;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.scope.Reach;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Locks a person until the transaction ends, and reads whatever is held of them. */
@Component
public class HeldPersons {
    private final PresentIds ids;
    private final PersonStore persons;
    private final AffiliationStore affiliations;
    private final Today today;

    HeldPersons(PresentIds ids, PersonStore persons, AffiliationStore affiliations, Today today) {
        this.ids = ids;
        this.persons = persons;
        this.affiliations = affiliations;
        this.today = today;
    }

    /** By any ID of the person; see {@link PresentIds#lock}. What is read of who is in reach is everything. */
    public Optional<HeldPerson> lock(EducationId asked, Reach reach) {
        return lockAffiliations(asked, reach).map(this::whole);
    }

    /** As {@link #lock}, for whom the person's own data do not matter. */
    public Optional<HeldAffiliations> lockAffiliations(EducationId asked, Reach reach) {
        var day = today.date();
        return ids.lock(asked, reach, day).map(locked -> held(locked.id(), locked.responsible(), day));
    }

    /** Under this ID and no other: one that was retired meanwhile leads to nobody. */
    Optional<HeldPerson> lockPresent(EducationId id) {
        var day = today.date();
        return persons.lock(id, HeldAffiliations.EVERYONE, day)
                .map(locked -> whole(held(id, locked.responsible(), day)));
    }

    private HeldAffiliations held(EducationId id, @Nullable String responsible, LocalDate day) {
        return new HeldAffiliations(id, responsible, affiliations.of(id, HeldAffiliations.EVERYONE, day), day);
    }

    private HeldPerson whole(HeldAffiliations held) {
        return new HeldPerson(persons.held(List.of(held.id())).get(0), held);
    }
}
