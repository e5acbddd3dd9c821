package dev.kapu.registry.identification;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.Spelling;
import dev.kapu.registry.person.Person;
import java.time.LocalDate;

/** Who somebody is, in another's words. */
public record Identity(EducationId educationId, PersonName name, LocalDate birthDate) {
    /** Who has married may still be known by the name borne at birth. */
    boolean fits(Person person) {
        return birthDate.equals(person.birthDate()) && (same(name, person.name()) || same(name, person.birthName()));
    }

    private static boolean same(PersonName one, PersonName other) {
        return Spelling.same(one.family(), other.family()) && Spelling.same(one.given(), other.given());
    }

    /** Hazard: must not show anything, or it would reach a log line. */
    @Override
    public String toString() {
        return "Identity";
    }
}
