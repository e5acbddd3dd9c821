package dev.kapu.registry.amendment;

import dev.kapu.registry.person.Person;
import org.jspecify.annotations.Nullable;

/** A person with an amendment applied. */
final class Amended {
    private Amended() {}

    static Person of(Person held, Amendment amendment) {
        return new Person(
                held.educationId(),
                or(amendment.name(), held.name()),
                or(amendment.birthName(), held.birthName()),
                or(amendment.motherName(), held.motherName()),
                or(amendment.birthPlace(), held.birthPlace()),
                or(amendment.birthDate(), held.birthDate()),
                or(amendment.sex(), held.sex()),
                or(amendment.citizenship(), held.citizenship()),
                amendment.residence() == null ? held.residence() : amendment.residence(),
                amendment.stay() == null ? held.stay() : amendment.stay(),
                amendment.taj() == null ? held.taj() : amendment.taj(),
                held.qualification());
    }

    private static <T> T or(@Nullable T changed, T held) {
        return changed == null ? held : changed;
    }
}
