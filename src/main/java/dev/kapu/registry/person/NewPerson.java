package dev.kapu.registry.person;

import dev.kapu.registry.Address;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.Sex;
import dev.kapu.registry.matching.Description;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The data of somebody who is to be registered, as the institution reported them: a {@link Person} that has no education
 * ID yet.
 *
 * @param motherName the mother's birth name
 * @param citizenship ISO 3166-1 alpha-2
 * @param taj 9 digits
 */
public record NewPerson(
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
    public static NewPerson of(Person person) {
        return new NewPerson(
                person.name(),
                person.birthName(),
                person.motherName(),
                person.birthPlace(),
                person.birthDate(),
                person.sex(),
                person.citizenship(),
                person.residence(),
                person.stay(),
                person.taj());
    }

    /** What is compared to tell whether somebody is registered already (K2). */
    public Description description() {
        return new Description(
                name.family(),
                name.given(),
                birthName.family(),
                birthName.given(),
                motherName.family(),
                motherName.given(),
                birthPlace,
                birthDate,
                sex.word(),
                residence == null ? null : residence.postcode(),
                residence == null ? null : residence.settlement(),
                residence == null ? null : residence.street(),
                taj);
    }

    /** Hazard: must not show anything, or it would reach a log line. */
    @Override
    public String toString() {
        return "NewPerson";
    }
}
