package dev.kapu.registry.affiliation;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import dev.kapu.scope.Subject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A locked person's affiliations before a change. */
public record HeldAffiliations(EducationId id, @Nullable String responsible, List<Affiliation> all, LocalDate day) {
    /** For what the registry does by itself; what is read so is never disclosed. */
    public static final Reach EVERYONE = new Reach(Scope.EVERYONE, null);

    public HeldAffiliations with(Collection<Affiliation> others) {
        return new HeldAffiliations(id, responsible, List.copyOf(others), day);
    }

    public Optional<Affiliation> lasting(InstitutionCode institution, AffiliationType type) {
        return lasting().stream()
                .filter(held -> held.institution().equals(institution) && held.type() == type)
                .findFirst();
    }

    public Optional<Affiliation> at(InstitutionCode institution, AffiliationType type, LocalDate startDate) {
        return all.stream()
                .filter(held -> held.institution().equals(institution)
                        && held.type() == type
                        && held.startDate().equals(startDate))
                .findFirst();
    }

    public HeldAffiliations without(Affiliation one) {
        return with(all.stream().filter(other -> !other.equals(one)).toList());
    }

    /** Whether one of the type lasted there and has an end. */
    public boolean hasEnded(InstitutionCode institution, AffiliationType type) {
        return all.stream()
                .anyMatch(held ->
                        held.endDate() != null && held.institution().equals(institution) && held.type() == type);
    }

    public List<Affiliation> lasting() {
        return all.stream().filter(held -> held.endDate() == null).toList();
    }

    /** The last day of the last affiliation; empty if one lasts, or there never was any. */
    public Optional<LocalDate> left() {
        return lasting().isEmpty()
                ? all.stream()
                        .flatMap(held -> Optional.ofNullable(held.endDate()).stream())
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }

    public Subject subject() {
        return subject(responsible);
    }

    public Subject subject(@Nullable String answering) {
        return new Subject(
                id.text(),
                all.stream()
                        .filter(held -> held.isOpenOn(day))
                        .map(held -> held.institution().text())
                        .collect(Collectors.toUnmodifiableSet()),
                answering);
    }
}
