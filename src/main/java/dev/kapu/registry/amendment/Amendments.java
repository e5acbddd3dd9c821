package dev.kapu.registry.amendment;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Finding;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.history.History;
import dev.kapu.registry.history.HistoryEntry.Kind;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.registry.registration.Standings;
import dev.kapu.registry.responsibility.Responsibilities;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes of stored data: only by the responsible institution, by ID, only the changed fields (K12). */
@Component
public class Amendments {
    /** Amendments of one person in one form, of which any may be refused: so many make 2^6 persons who are to be locked. */
    public static final int MOST_OF_ONE = 6;

    /** By which a card, a certificate or a register names a person. */
    private static final Set<String> WHO_IT_IS = Set.of("name", "birthName", "motherName", "birthPlace", "birthDate");

    private final AmendmentStore store;
    private final PersonStore persons;
    private final AffiliationStore affiliations;
    private final PresentIds present;
    private final AmendedDoubles doubles;
    private final AmendmentLocks locks;
    private final History history;
    private final Responsibilities responsibilities;
    private final AffiliationChanges affiliationChanges;
    private final PossibleAmendments possible;
    private final Standings standings;
    private final ApplicationEventPublisher events;
    private final Today today;

    Amendments(
            AmendmentStore store,
            PersonStore persons,
            AffiliationStore affiliations,
            PresentIds present,
            AmendedDoubles doubles,
            AmendmentLocks locks,
            History history,
            Responsibilities responsibilities,
            AffiliationChanges affiliationChanges,
            PossibleAmendments possible,
            Standings standings,
            ApplicationEventPublisher events,
            Today today) {
        this.store = store;
        this.persons = persons;
        this.affiliations = affiliations;
        this.present = present;
        this.doubles = doubles;
        this.locks = locks;
        this.history = history;
        this.responsibilities = responsibilities;
        this.affiliationChanges = affiliationChanges;
        this.possible = possible;
        this.standings = standings;
        this.events = events;
        this.today = today;
    }

    /** What is wrong with the changes by themselves. */
    public List<Finding> check(Amendment amendment) {
        return AmendmentRules.of(amendment, today.date());
    }

    /**
     * As {@link #check} for many, each list in the place of its amendment; and whether the form is right for whom it is
     * about (K19): whom the institution holds in the other role only has the other form.
     *
     * @param students of pupils' forms; else of staff's
     */
    public List<List<Finding>> checkAll(InstitutionCode institution, boolean students, List<Amendment> all) {
        var ids = present.current(all.stream().map(Amendment::educationId).toList());
        var roles = affiliations.rolesAt(institution, ids);
        return IntStream.range(0, all.size())
                .mapToObj(i -> Stream.concat(
                                check(all.get(i)).stream(),
                                AmendmentRules.role(all.get(i), students, roles.getOrDefault(ids.get(i), Set.of()))
                                        .stream())
                        .toList())
                .toList();
    }

    /**
     * Applies within the caller's transaction, writes history and publishes {@link PersonAmended}. A person who has become
     * like another goes to the Office's review; one who would be exactly another is refused (K2). Of affiliations those
     * with the institution of the reach change, or for the Office with the responsible one; who answers is settled anew.
     * What is reported as it is held already has been checked and is right: the history says so (K15).
     *
     * @param reach one that is for an institution changes only persons whom this institution answers for, and beyond them
     *     its own affiliations
     * @return the names of the fields that have really changed
     * @throws FaultException the first finding, if {@link #check} finds any; {@code Client.Person.NotFound}, also if out of
     *     reach; {@code Client.Person.NotResponsible}; {@code Client.Person.WouldBeDouble};
     *     {@code Client.Affiliation.NotFound} for a post or a qualification of who is no staff, or if there is no such
     *     affiliation; {@code Client.Person.BirthDateInvalid} if somebody would have started too young
     */
    @Transactional
    public Set<String> amend(Amendment amendment, Reach reach) {
        check(amendment).stream().findFirst().ifPresent(finding -> {
            throw new FaultException(finding.fault(), finding.field());
        });
        var day = today.date();
        var locked = present.lock(amendment.educationId(), reach, day)
                .orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
        var id = locked.id();
        if (reach.institution() != null
                && !amendment.isOfAffiliationOnly()
                && !reach.institution().equals(locked.responsible())) {
            throw new FaultException(Fault.NOT_RESPONSIBLE);
        }
        var old = persons.held(List.of(id)).get(0);
        var changed = Amended.of(old, amendment);
        var held = affiliations.of(id, HeldAffiliations.EVERYONE, day);
        possible.require(amendment, old, changed, held);
        if (!changed.equals(old)) {
            doubles.replace(old, changed, locked.responsible());
            store.update(changed);
        }
        var changes = new Changes(old, changed);
        qualify(amendment, old, held, locked.responsible(), changes);
        var ofAffiliation = affiliationChanges.apply(
                amendment, held, reach.institution() == null ? locked.responsible() : reach.institution());
        changes.add(ofAffiliation);
        var fields = changes.fields();
        if (!fields.isEmpty()) {
            history.add(changes.entry(id, amendment));
            tell(amendment, new HeldAffiliations(id, locked.responsible(), held, day), fields, ofAffiliation);
        } else if (!amendment.isOfAffiliationOnly()) {
            history.add(new History.Change(id, Kind.REFRESHED, Map.of(), Map.of()));
        }
        if (!Objects.equals(old.residence(), changed.residence()) || ofAffiliation.decides()) {
            responsibilities.settle(id);
        }
        return fields;
    }

    /**
     * For a transaction that amends more than one: takes first, in one order, what each {@link #amend} would take, so that
     * no two transactions wait for each other. If one person is amended more often than {@link #MOST_OF_ONE}, all who
     * register or amend anybody wait until it ends.
     *
     * @param amendments read twice, a few at a time
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockAll(Supplier<Stream<List<Amendment>>> amendments) {
        locks.take(amendments);
    }

    /** Whom the one concerns does not learn of the other. */
    private void tell(
            Amendment amendment, HeldAffiliations held, Set<String> fields, AffiliationChanges.Change ofAffiliation) {
        var own = ofAffiliation.fields();
        var personal = new TreeSet<>(fields);
        personal.removeAll(own);
        if (!personal.isEmpty()) {
            events.publishEvent(
                    PersonAmended.of(held, today.instant(), amendment, personal, keepers(held.id(), personal)));
        }
        var institution = ofAffiliation.which().get("institutionCode");
        if (!own.isEmpty() && institution != null) {
            events.publishEvent(PersonAmended.at(institution, held, today.instant(), amendment, own));
        }
    }

    private Set<Scope> keepers(EducationId id, Set<String> changed) {
        return Collections.disjoint(changed, WHO_IT_IS) ? Set.of() : standings.of(present.all(id));
    }

    private void qualify(
            Amendment amendment, Person old, List<Affiliation> held, @Nullable String responsible, Changes changes) {
        if (amendment.qualification() == null) {
            return;
        }
        if (!PossibleAmendments.isStaff(held, responsible)) {
            throw new FaultException(Fault.AFFILIATION_NOT_FOUND);
        }
        changes.add("qualification", old.qualification(), amendment.qualification());
        store.setQualification(old.educationId(), amendment.qualification());
    }
}
