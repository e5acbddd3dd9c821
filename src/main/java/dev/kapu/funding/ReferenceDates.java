package dev.kapu.funding;

import dev.kapu.registry.RegistryProperties;
import dev.kapu.registry.Today;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The days whose numbers are told, and from when on. */
@Component
class ReferenceDates {
    private final FundingProperties funding;
    private final RegistryProperties registry;
    private final Today today;

    ReferenceDates(FundingProperties funding, RegistryProperties registry, Today today) {
        this.funding = funding;
        this.registry = registry;
        this.today = today;
    }

    boolean isOne(LocalDate day) {
        return funding.days().stream().anyMatch(one -> one.atYear(day.getYear()).equals(day));
    }

    /** The first day after all on which a report about the reference date was in time (K10, K13). */
    LocalDate knownFrom(LocalDate referenceDate) {
        var due = referenceDate.plusDays(registry.reportWithinDays());
        var load = registry.firstLoad();
        return (load != null && load.isAfter(due) ? load : due).plusDays(1);
    }

    boolean isKnown(LocalDate referenceDate) {
        return !knownFrom(referenceDate).isAfter(today.date());
    }

    /**
     * Those of this year and the last one that are known, the earliest first. Of a day before the registry was reported to it
     * is known only if the first load has a last day (K10): else nobody can say when all who were there then are loaded.
     *
     * @param reportedSince when the first report came; empty: none has
     */
    List<LocalDate> known(Optional<Instant> reportedSince) {
        int year = today.date().getYear();
        return Stream.of(year - 1, year)
                .flatMap(of -> funding.days().stream().map(day -> day.atYear(of)))
                .filter(this::isKnown)
                .filter(day -> registry.firstLoad() != null
                        || reportedSince
                                .filter(first -> !today.dateOf(first).isAfter(day))
                                .isPresent())
                .sorted()
                .toList();
    }

    /** As it stands in the configuration. */
    String inWords() {
        return String.join(", ", funding.referenceDates());
    }
}
