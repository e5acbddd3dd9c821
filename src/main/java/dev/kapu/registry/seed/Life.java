package dev.kapu.registry.seed;

import dev.kapu.registry.Address;
import dev.kapu.registry.Sex;
import dev.kapu.registry.affiliation.Affiliation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What decides about a person's data: age, home, and what they do in education. */
record Life(
        Sex sex,
        LocalDate birthDate,
        Settlement home,
        @Nullable Address stay,
        List<Affiliation> affiliations) {
    /** The first day of the school year that the registry shows. */
    static final LocalDate SCHOOL_YEAR = LocalDate.of(2026, 9, 1);

    boolean adult() {
        return birthDate.isBefore(SCHOOL_YEAR.minusYears(22));
    }
}
