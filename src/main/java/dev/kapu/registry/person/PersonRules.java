package dev.kapu.registry.person;

import dev.kapu.registry.Finding;
import java.time.LocalDate;
import java.util.List;

/** What can be wrong with a person who is reported for registration. */
public final class PersonRules {
    private PersonRules() {}

    public static List<Finding> of(NewPerson person, LocalDate today) {
        return new FieldRules(today)
                .name("name", person.name())
                .name("birthName", person.birthName())
                .name("motherName", person.motherName())
                .place("birthPlace", person.birthPlace())
                .birthDate(person.birthDate())
                .country("citizenship", person.citizenship())
                .address("residence", person.residence())
                .address("stay", person.stay())
                .taj(person.taj())
                .findings();
    }
}
