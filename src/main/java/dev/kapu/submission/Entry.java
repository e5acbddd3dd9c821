package dev.kapu.submission;

import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.amendment.Amendment;
import dev.kapu.registry.person.NewPerson;
import org.jspecify.annotations.Nullable;

/** One person's part of a submission. */
public sealed interface Entry {
    /** The institution's own mark, given back with the outcome. */
    @Nullable
    String reference();

    /** Somebody to be registered, with the affiliation that begins. */
    record Registration(@Nullable String reference, NewPerson person, NewAffiliation affiliation) implements Entry {
        /** Hazard: must not show anything, or it would reach a log line. */
        @Override
        public String toString() {
            return "Registration";
        }
    }

    /** Changed fields of somebody registered (K12). */
    record Change(@Nullable String reference, Amendment amendment) implements Entry {}
}
