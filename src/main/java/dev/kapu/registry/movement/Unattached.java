package dev.kapu.registry.movement;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.RegistryProperties;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.lookup.Claims;
import dev.kapu.registry.lookup.Comparisons;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.registry.lookup.Verification;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.scope.Reach;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Persons who belong to no institution (K14), found by whoever knows them already. */
@Component
public class Unattached {
    private final Persons persons;
    private final Comparisons comparisons;
    private final PersonStore store;
    private final PresentIds ids;
    private final AffiliationStore affiliations;
    private final RegistryProperties properties;
    private final Today today;

    Unattached(
            Persons persons,
            Comparisons comparisons,
            PersonStore store,
            PresentIds ids,
            AffiliationStore affiliations,
            RegistryProperties properties,
            Today today) {
        this.persons = persons;
        this.comparisons = comparisons;
        this.store = store;
        this.ids = ids;
        this.affiliations = affiliations;
        this.properties = properties;
        this.today = today;
    }

    /**
     * @param id the present one, whichever was asked for (K1)
     * @param lastUpdate when the personal data were last changed
     * @param reEntry null for who never was with an institution: given an ID only, or what was announced was cancelled
     */
    public record Found(
            EducationId id, Instant lastUpdate, @Nullable ReEntry reEntry) {}

    /**
     * What a start here would say about the data (K15), and nothing that the claims did not hold.
     *
     * @param claims all must agree, and the birth date must be among them: an ID is easy to guess, the person is not
     * @param reach unattached persons only
     * @param asker against whom misses are counted
     * @return empty if the person is unknown, attached, or another than is claimed
     * @throws FaultException {@code Client.Message.Invalid} if the birth date is missing; {@code
     *     Client.Person.TooManyMisses}
     */
    public Optional<Found> find(EducationId id, Claims claims, Reach reach, String asker) {
        var born = claims.birthDate();
        if (born == null) {
            throw new FaultException(Fault.INVALID, "birthDate");
        }
        var meant = new AtomicReference<@Nullable Person>();
        comparisons.count(asker, id, () -> {
            var person = persons.find(id, reach);
            meant.set(person.filter(one -> Verification.of(claims, one).result() == Verification.Result.MATCH)
                    .orElse(null));
            return person.isPresent() ? meant.get() != null : isWaitedFor(id, born);
        });
        return Optional.ofNullable(meant.get()).map(person -> found(person.educationId(), reach));
    }

    /** Who waits until another institution has reported the end asks as often as it likes, and of whom it asks it knows. */
    private boolean isWaitedFor(EducationId id, LocalDate born) {
        return store.isBorn(ids.current(id), born);
    }

    private Found found(EducationId id, Reach reach) {
        var day = today.date();
        var lastUpdate = affiliations.personsDates(id).lastUpdate();
        var reEntry = affiliations.of(id, reach, day).stream()
                .map(Affiliation::endDate)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(left -> ReEntry.of(left, lastUpdate, day, properties))
                .orElse(null);
        return new Found(id, lastUpdate, reEntry);
    }
}
