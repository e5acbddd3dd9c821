package dev.kapu.registry;

import dev.kapu.registry.matching.Description;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A registered person, apart from any role (K3).
 *
 * @param motherName the mother's birth name
 * @param citizenship ISO 3166-1 alpha-2
 */
public record Person(
        EducationId educationId,
        PersonName name,
        PersonName birthName,
        PersonName motherName,
        String birthPlace,
        LocalDate birthDate,
        Sex sex,
        String citizenship,
        @Nullable Address residence,
        @Nullable Address stay,
        @Nullable String taj) {
    /** What is compared to tell whether somebody is registered already (K2). */
    public Description description() {
        return NewPerson.of(this).description();
    }

    /** Hazard: must not show anything, or it would reach a log line. */
    @Override
    public String toString() {
        return "Person";
    }
}
