package dev.kapu.registry.staff;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Finding;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.master.OpenPlaces;
import dev.kapu.registry.registration.HeldPersons;
import dev.kapu.registry.responsibility.Responsibilities;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a person's employments those that the personnel module reports (E4), also where that undoes what the module had
 * reported before. Employments of which it never spoke, and affiliations as a student, stay as they are.
 */
@Component
public class StaffAffiliations {
    private final HeldPersons persons;
    private final StaffSpanStore store;
    private final StaffRules rules;
    private final OpenPlaces places;
    private final StaffChanges changes;
    private final Responsibilities responsibilities;
    private final Today today;

    StaffAffiliations(
            HeldPersons persons,
            StaffSpanStore store,
            StaffRules rules,
            OpenPlaces places,
            StaffChanges changes,
            Responsibilities responsibilities,
            Today today) {
        this.persons = persons;
        this.store = store;
        this.rules = rules;
        this.places = places;
        this.changes = changes;
        this.responsibilities = responsibilities;
        this.today = today;
    }

    /** A locked person. */
    public record Held(HeldAffiliations affiliations, LocalDate birthDate) {
        public EducationId id() {
            return affiliations.id();
        }

        /** The employments that last. */
        public List<StaffSpan> lasting() {
            return affiliations.lasting().stream()
                    .filter(one -> !one.type().isStudents())
                    .map(StaffSpan::of)
                    .toList();
        }

        Optional<Affiliation> at(StaffSpan.Key key) {
            return employments()
                    .filter(one -> StaffSpan.of(one).key().equals(key))
                    .findFirst();
        }

        /** A merger of persons may have joined it with an earlier one. */
        Optional<Affiliation> containing(StaffSpan span) {
            return at(span.key())
                    .or(() -> employments()
                            .filter(one -> StaffSpan.of(one).isLike(span)
                                    && StaffSpan.of(one).lastsOn(span.start()))
                            .findFirst());
        }

        private Stream<Affiliation> employments() {
            return affiliations.all().stream().filter(one -> !one.type().isStudents());
        }

        /** Hazard: must not show whose it is, or it would reach a log line. */
        @Override
        public String toString() {
            return "Held";
        }
    }

    /**
     * What the registry does not take, and why.
     *
     * @param alone whatever else the module says of the person
     */
    public record Refusal(StaffSpan span, Finding finding, boolean alone) {}

    /** Waits for other changes of the person; empty if there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Held> lock(EducationId asked) {
        return persons.lockAffiliations(asked, HeldAffiliations.EVERYONE)
                .map(held -> new Held(held, store.birthDate(held.id())));
    }

    /** Why nobody can have begun to work there on the day; empty if they can. */
    public Optional<Fault> wrongPlace(InstitutionCode institution, SiteSerial site, LocalDate day) {
        return places.wrong(institution, site, day).map(Finding::fault);
    }

    /** What {@link #follow} would refuse, by the rules that every affiliation keeps to (K6, K8, K14). */
    public List<Refusal> refusals(Held held, Collection<StaffSpan> before, Collection<StaffSpan> after) {
        return refusals(held, StaffPlan.of(held, before, after));
    }

    private List<Refusal> refusals(Held held, StaffPlan plan) {
        var refused = new ArrayList<Refusal>();
        for (var step : plan.steps()) {
            var old = step.row() == null ? null : StaffSpan.of(step.row());
            var besides = plan.besides(step);
            rules.wrong(step.now(), old, besides, held.birthDate(), today.date())
                    .map(finding -> new Refusal(step.said(), finding, true))
                    .or(() -> rules.week(held.id(), step.now(), old, besides)
                            .map(finding -> new Refusal(step.said(), finding, false)))
                    .ifPresent(refused::add);
        }
        return refused;
    }

    /**
     * Writes what differs between the two, field by field, with history and events, and names the responsible institution
     * anew (K5, K8).
     *
     * @param before what the registry was made to hold by the module's earlier messages
     * @param after what it shall hold now
     * @throws FaultException the first of {@link #refusals}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(Held held, Collection<StaffSpan> before, Collection<StaffSpan> after) {
        var plan = StaffPlan.of(held, before, after);
        refusals(held, plan).stream().findFirst().ifPresent(no -> {
            throw new FaultException(no.finding().fault(), no.finding().field());
        });
        plan.gone().forEach(row -> changes.withdrawn(held, row, plan.result()));
        for (var step : plan.steps()) {
            if (step.row() == null) {
                changes.begun(held, step.now(), plan.result());
            } else {
                changes.changed(held, step.row(), step.now(), plan.result());
            }
        }
        responsibilities.settle(held.affiliations(), plan.result());
    }
}
