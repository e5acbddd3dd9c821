package dev.kapu.registry.amendment;

import dev.kapu.registry.amendment.Amendment.Removable;
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
                orNone(amendment.residence(), held.residence()),
                amendment.remove().contains(Removable.STAY) ? null : orNone(amendment.stay(), held.stay()),
                amendment.remove().contains(Removable.SOCIAL_SECURITY_NUMBER)
                        ? null
                        : orNone(amendment.taj(), held.taj()));
    }

    private static <T> @Nullable T orNone(@Nullable T changed, @Nullable T held) {
        return changed == null ? held : changed;
    }

    private static <T> T or(@Nullable T changed, T held) {
        return changed == null ? held : changed;
    }
}
