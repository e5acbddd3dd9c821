package dev.kapu.registry.staff;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Finding;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.registry.responsibility.Responsibilities;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a person's employments those that the personnel module reports (E4), also where that undoes what the module had
 * reported before. Employments of which it never spoke, and affiliations as a student, stay as they are.
 */
@Component
public class StaffAffiliations {
    private final PresentIds ids;
    private final AffiliationStore affiliations;
    private final StaffSpanStore store;
    private final StaffRules rules;
    private final StaffChanges changes;
    private final Responsibilities responsibilities;
    private final Today today;

    StaffAffiliations(
            PresentIds ids,
            AffiliationStore affiliations,
            StaffSpanStore store,
            StaffRules rules,
            StaffChanges changes,
            Responsibilities responsibilities,
            Today today) {
        this.ids = ids;
        this.affiliations = affiliations;
        this.store = store;
        this.rules = rules;
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

        @Nullable
        Affiliation at(StaffSpan.Key key) {
            return affiliations.all().stream()
                    .filter(one ->
                            !one.type().isStudents() && StaffSpan.of(one).key().equals(key))
                    .findFirst()
                    .orElse(null);
        }

        /** Hazard: must not show whose it is, or it would reach a log line. */
        @Override
        public String toString() {
            return "Held";
        }
    }

    /** What the registry does not take, and why. */
    public record Refusal(StaffSpan span, Finding finding) {}

    /** Waits for other changes of the person; empty if there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Held> lock(EducationId asked) {
        var day = today.date();
        return ids.lock(asked, HeldAffiliations.EVERYONE, day)
                .map(locked -> new Held(
                        new HeldAffiliations(
                                locked.id(),
                                locked.responsible(),
                                affiliations.of(locked.id(), HeldAffiliations.EVERYONE, day),
                                day),
                        store.birthDate(locked.id())));
    }

    /** Why nobody can work there, whenever it begins; empty if they can. */
    public Optional<Fault> wrongPlace(InstitutionCode institution, SiteSerial site) {
        return rules.place(institution, site);
    }

    /** What {@link #follow} would refuse, by the rules that every affiliation keeps to (K6, K8, K14). */
    public List<Refusal> refusals(Held held, Collection<StaffSpan> before, Collection<StaffSpan> after) {
        var refused = new ArrayList<Refusal>();
        var result = result(held, before, after);
        for (var span : changed(before, after)) {
            var old = held.at(span.key());
            var besides = result.stream()
                    .filter(one ->
                            one.type().isStudents() || !StaffSpan.of(one).key().equals(span.key()))
                    .toList();
            rules.wrong(
                            held.id(),
                            span,
                            old == null ? null : StaffSpan.of(old),
                            besides,
                            held.birthDate(),
                            today.date())
                    .ifPresent(finding -> refused.add(new Refusal(span, finding)));
        }
        return refused;
    }

    /**
     * Writes what differs between the two, with history and events, and names the responsible institution anew (K5, K8).
     *
     * @param before what the registry was made to hold by the module's earlier messages
     * @param after what it shall hold now
     * @throws FaultException the first of {@link #refusals}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(Held held, Collection<StaffSpan> before, Collection<StaffSpan> after) {
        refusals(held, before, after).stream().findFirst().ifPresent(no -> {
            throw new FaultException(no.finding().fault(), no.finding().field());
        });
        var result = result(held, before, after);
        for (var key : gone(before, after)) {
            var row = held.at(key);
            if (row != null) {
                changes.withdrawn(held, row, result);
            }
        }
        // What ends makes room for what begins.
        var ordered = changed(before, after).stream()
                .sorted(Comparator.comparing((StaffSpan span) -> span.end() == null)
                        .thenComparing(StaffSpan.BY_START))
                .toList();
        for (var span : ordered) {
            var row = held.at(span.key());
            if (row == null) {
                changes.begun(held, span, result);
            } else if (!StaffSpan.of(row).equals(span)) {
                changes.changed(held, row, span, result);
            }
        }
        responsibilities.settle(held.affiliations(), result);
    }

    private static List<StaffSpan> changed(Collection<StaffSpan> before, Collection<StaffSpan> after) {
        return after.stream().filter(span -> !before.contains(span)).toList();
    }

    private static List<StaffSpan.Key> gone(Collection<StaffSpan> before, Collection<StaffSpan> after) {
        var kept = after.stream().map(StaffSpan::key).toList();
        return before.stream()
                .map(StaffSpan::key)
                .filter(key -> !kept.contains(key))
                .toList();
    }

    /** All affiliations as they will be. */
    private static List<Affiliation> result(Held held, Collection<StaffSpan> before, Collection<StaffSpan> after) {
        var gone = gone(before, after);
        var changed = changed(before, after).stream().collect(Collectors.toMap(StaffSpan::key, Function.identity()));
        var all = new ArrayList<Affiliation>();
        for (var row : held.affiliations().all()) {
            var key = StaffSpan.of(row).key();
            if (row.type().isStudents()) {
                all.add(row);
            } else if (!gone.contains(key)) {
                var now = changed.remove(key);
                all.add(now == null ? row : now.asHeldBy(held.id(), row.responsible()));
            }
        }
        changed.values().forEach(span -> all.add(span.asHeldBy(held.id(), false)));
        return all;
    }
}
