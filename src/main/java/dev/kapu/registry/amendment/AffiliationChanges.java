package dev.kapu.registry.amendment;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.Finding;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationChangeStore;
import dev.kapu.registry.affiliation.AffiliationRules;
import dev.kapu.registry.affiliation.Plausibility;
import dev.kapu.registry.history.Snapshot;
import dev.kapu.registry.institution.InstitutionStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hours, grade, site and post of an institution's own affiliation change (K12). */
@Component
class AffiliationChanges {
    private final AffiliationChangeStore store;
    private final InstitutionStore institutions;
    private final Plausibility plausibility;

    AffiliationChanges(AffiliationChangeStore store, InstitutionStore institutions, Plausibility plausibility) {
        this.store = store;
        this.institutions = institutions;
        this.plausibility = plausibility;
    }

    /**
     * @param which affiliation it is, for the history
     * @param decides whether somebody else may answer for the person now (K7, K8)
     */
    record Change(Map<String, String> before, Map<String, String> after, Map<String, String> which, boolean decides) {
        private static final Change NONE = new Change(Map.of(), Map.of(), Map.of(), false);

        /** Which have really changed. */
        Set<String> fields() {
            return Stream.concat(before.keySet().stream(), after.keySet().stream())
                    .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** @param institution whose affiliation changes */
    Change apply(Amendment amendment, List<Affiliation> held, @Nullable String institution) {
        var asked = amendment.affiliation();
        if (asked == null && amendment.post() == null) {
            return Change.NONE;
        }
        var own = own(amendment, held, institution);
        var changed = changed(amendment, own, held);
        store.change(changed);
        return new Change(
                Snapshot.of(own),
                Snapshot.of(changed),
                Map.of(
                        "institutionCode",
                        own.institution().text(),
                        "type",
                        own.type().word(),
                        "startDate",
                        own.startDate().toString()),
                !own.site().equals(changed.site()) || own.weeklyHours().compareTo(changed.weeklyHours()) != 0);
    }

    /** Why {@link #apply} would refuse now; empty if it would not. */
    Optional<Finding> foresee(Amendment amendment, List<Affiliation> held, @Nullable String institution) {
        if (amendment.affiliation() == null && amendment.post() == null) {
            return Optional.empty();
        }
        try {
            changed(amendment, own(amendment, held, institution), held);
            return Optional.empty();
        } catch (FaultException no) {
            return Optional.of(new Finding(Objects.requireNonNullElse(no.where(), "affiliation"), no.fault()));
        }
    }

    private Affiliation changed(Amendment amendment, Affiliation own, List<Affiliation> held) {
        var asked = amendment.affiliation();
        var hours = asked == null ? null : asked.weeklyHours();
        var changed = own.with(
                asked == null ? own.site() : site(own, asked.site()),
                hours == null ? own.weeklyHours() : hours,
                asked == null ? own.grade() : grade(own, asked.grade()),
                amendment.post() == null ? own.post() : amendment.post());
        if (hours != null) {
            requireHours(own, changed, held);
        }
        return changed;
    }

    private static Affiliation own(Amendment amendment, List<Affiliation> held, @Nullable String institution) {
        var type =
                amendment.affiliation() == null ? null : amendment.affiliation().type();
        var meant = held.stream()
                .filter(one -> one.endDate() == null && one.institution().text().equals(institution))
                .filter(one -> type == null || one.type() == type)
                .filter(one -> amendment.post() == null || !one.type().isStudents())
                .toList();
        if (meant.size() != 1) {
            throw new FaultException(Fault.AFFILIATION_NOT_FOUND, "affiliation.type");
        }
        return meant.get(0);
    }

    private SiteSerial site(Affiliation own, @Nullable SiteSerial to) {
        if (to == null) {
            return own.site();
        }
        if (!AffiliationRules.isSite(to, institutions.sites(own.institution()))) {
            throw new FaultException(Fault.SITE_NOT_FOUND, "affiliation.siteSerial");
        }
        return to;
    }

    private static @Nullable String grade(Affiliation own, @Nullable String to) {
        if (to == null) {
            return own.grade();
        }
        AffiliationRules.gradeOf(own.type(), to).ifPresent(wrong -> {
            throw new FaultException(wrong, "affiliation.grade");
        });
        return to;
    }

    private void requireHours(Affiliation own, Affiliation changed, List<Affiliation> held) {
        var lasting = held.stream()
                .filter(one -> one.endDate() == null)
                .map(one -> one.equals(own) ? changed : one)
                .toList();
        // What two persons held may be more than a week has (ADR 49): fewer hours make nothing worse.
        boolean longer = changed.weeklyHours().compareTo(own.weeklyHours()) > 0;
        if (!plausibility.areHours(own.type(), changed.weeklyHours()) || (longer && !plausibility.fitAWeek(lasting))) {
            throw new FaultException(Fault.HOURS_INVALID, "affiliation.weeklyHours");
        }
    }
}
