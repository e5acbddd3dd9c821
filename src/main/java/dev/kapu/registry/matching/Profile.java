package dev.kapu.registry.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A description, folded and made ready to be compared many times. Texts that are not known are empty. */
record Profile(
        Name family,
        Name given,
        Name motherFamily,
        Name motherGiven,
        @Nullable LocalDate birthDate,
        String birthPlace,
        String sex,
        String postcode,
        String settlement,
        String street,
        String taj) {
    static Profile of(Description described) {
        return new Profile(
                family(described),
                given(described),
                Name.of(Fold.words(described.motherFamily())),
                Name.of(Fold.words(described.motherGiven())),
                described.birthDate(),
                Fold.text(described.birthPlace()),
                Fold.text(described.sex()),
                Fold.digits(described.postcode()),
                Fold.text(described.settlement()),
                Fold.text(described.street()),
                Fold.digits(described.taj()));
    }

    private static Name family(Description described) {
        var birth = Fold.words(described.birthFamily());
        var now = Wife.read(Fold.words(described.family()));
        var others = Stream.concat(now.husband().stream(), now.own().stream()).toList();
        return Name.of(birth.isEmpty() ? now.own() : birth, others);
    }

    /** "Nagy Lászlóné" alone is the husband's name: then the given name is that of the birth name. */
    private static Name given(Description described) {
        var birth = Fold.words(described.birthGiven());
        var now = Fold.words(described.given());
        if (birth.isEmpty()) {
            return Name.of(now);
        }
        return Name.of(birth, now.stream().filter(word -> !Wife.of(word)).toList());
    }

    /** Hazard: must not show anything, or it would reach a log line. */
    @Override
    public String toString() {
        return "Profile";
    }

    /** Whether nothing is known of a field that the scheme compares. */
    boolean silent(int field) {
        return switch (field) {
            case PersonScheme.HOME -> settlement.isEmpty();
            case PersonScheme.TAJ -> taj.isEmpty();
            case PersonScheme.SEX -> sex.isEmpty();
            default -> false;
        };
    }

    /** All that a person may have been called by, whichever way round it was written. */
    List<String> words() {
        return Stream.concat(given.all().stream(), family.all().stream())
                .distinct()
                .toList();
    }
}
