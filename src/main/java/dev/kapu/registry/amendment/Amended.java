package dev.kapu.registry.amendment;

import dev.kapu.registry.amendment.Amendment.Removable;
import dev.kapu.registry.person.Person;
import org.jspecify.annotations.Nullable;

/** A person with an amendment applied. */
final class Amended {
    private Amended() {}

    static Person of(Person held, Amendment amendment) {
        var identity = amendment.identity();
        var home = amendment.home();
        var remove = amendment.remove();
        return new Person(
                held.educationId(),
                or(identity.name(), held.name()),
                or(identity.birthName(), held.birthName()),
                or(identity.motherName(), held.motherName()),
                or(identity.birthPlace(), held.birthPlace()),
                or(identity.birthDate(), held.birthDate()),
                or(identity.sex(), held.sex()),
                or(identity.citizenship(), held.citizenship()),
                orNone(home.residence(), held.residence()),
                remove.contains(Removable.STAY) ? null : orNone(home.stay(), held.stay()),
                remove.contains(Removable.SOCIAL_SECURITY_NUMBER) ? null : orNone(identity.taj(), held.taj()),
                held.qualification());
    }

    private static <T> @Nullable T orNone(@Nullable T changed, @Nullable T held) {
        return changed == null ? held : changed;
    }

    private static <T> T or(@Nullable T changed, T held) {
        return changed == null ? held : changed;
    }
}
