package dev.kapu.registry.person;

import dev.kapu.registry.Address;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.Sex;
import dev.kapu.registry.matching.Description;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A registered person, apart from any role (K3).
 *
 * @param motherName the mother's birth name
 * @param citizenship ISO 3166-1 alpha-2
 * @param qualification of staff, once it was reported (K12)
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
        @Nullable String taj,
        @Nullable String qualification) {
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
