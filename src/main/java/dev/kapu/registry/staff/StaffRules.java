package dev.kapu.registry.staff;

import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Finding;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationRules;
import dev.kapu.registry.affiliation.Plausibility;
import dev.kapu.registry.institution.InstitutionStore;
import dev.kapu.registry.person.FieldRules;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What employments must keep to that the personnel module reports: the registry's rules, whoever reports (K6, K8, K14).
 * Where they are each message says by itself, see {@link StaffAffiliations#wrongPlace}.
 */
@Component
class StaffRules {
    private final InstitutionStore institutions;
    private final Plausibility plausibility;

    StaffRules(InstitutionStore institutions, Plausibility plausibility) {
        this.institutions = institutions;
        this.plausibility = plausibility;
    }

    /**
     * @param old as the registry holds it; null if it does not
     * @param besides what the person would hold besides
     */
    Optional<Finding> wrong(
            StaffSpan span, @Nullable StaffSpan old, Collection<Affiliation> besides, LocalDate born, LocalDate today) {
        return (old == null ? fresh(span, born, today) : changed(span, old)).or(() -> collision(span, old, besides));
    }

    private Optional<Finding> fresh(StaffSpan span, LocalDate born, LocalDate today) {
        return new AffiliationRules(institutions::find, institutions::sites, plausibility, today)
                .apartFromPlace(span.asNew(), born).stream().findFirst();
    }

    private Optional<Finding> changed(StaffSpan span, StaffSpan old) {
        if (span.weeklyHours().compareTo(old.weeklyHours()) != 0
                && !plausibility.areHours(span.type(), span.weeklyHours())) {
            return Optional.of(new Finding("weeklyHours", Fault.HOURS_INVALID));
        }
        return span.post() != null && !span.post().equals(old.post()) && !FieldRules.isPost(span.post())
                ? Optional.of(new Finding("post", Fault.TEXT_INVALID))
                : Optional.empty();
    }

    private static Optional<Finding> collision(
            StaffSpan span, @Nullable StaffSpan old, Collection<Affiliation> besides) {
        return besides.stream()
                .filter(other -> !other.type().isStudents())
                .map(StaffSpan::of)
                .filter(span::collidesWith)
                // What collided before is not made worse by a change of something else.
                .filter(other -> old == null || !old.collidesWith(other))
                .findFirst()
                .map(other -> new Finding(
                        "startDate",
                        other.institution().equals(span.institution())
                                ? Fault.AFFILIATION_OVERLAPS
                                : Fault.AFFILIATION_HELD_ELSEWHERE));
    }

    /** Whether a week has the hours; one that does not get longer by the change makes nothing worse. */
    Optional<Finding> week(EducationId id, StaffSpan span, @Nullable StaffSpan old, Collection<Affiliation> besides) {
        boolean noLonger =
                old != null && old.end() == null && span.weeklyHours().compareTo(old.weeklyHours()) <= 0;
        if (span.end() != null || noLonger) {
            return Optional.empty();
        }
        var lasting = Stream.concat(
                        besides.stream().filter(other -> other.endDate() == null),
                        Stream.of(Affiliation.of(id, span.asNew())))
                .toList();
        return plausibility.fitAWeek(lasting)
                ? Optional.empty()
                : Optional.of(new Finding("weeklyHours", Fault.HOURS_INVALID));
    }
}
