package dev.kapu.registry.registration;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.person.Person;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that the Office must decide (K2): whether somebody who was reported is one of the persons held, or whether
 * persons held are one. Only the Office may see it.
 *
 * @param institution that reported or amended; null if who was reported has no affiliation in public education
 * @param reported who waits to be registered; null if all are held
 * @param held those in question, as they stand
 * @param alsoWaiting open reviews of others who wait and are alike, or the same: what is decided here counts there
 */
public record Review(
        UUID id,
        Instant openedAt,
        @Nullable InstitutionCode institution,
        State state,
        Registrations.@Nullable Entry reported,
        List<Person> held,
        List<UUID> alsoWaiting) {
    public enum State {
        OPEN,
        SAME_PERSON,
        DIFFERENT_PERSON,
        MERGED;

        /** The word in contracts and in the database, e.g. {@code same-person}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What the person in question may know of it. */
    public record Line(UUID id, Instant openedAt, @Nullable Instant decidedAt, State state) {}

    /** What the Office may say. */
    public sealed interface Decision {
        /**
         * Who was reported is this person: nothing new is stored, and the institution affiliates by ID.
         *
         * @param told whether whoever asked for an ID is told this one, the person's papers having been seen; who did not ask
         *     for one is told nothing, and the decision refused
         */
        record SamePerson(EducationId held, boolean told) implements Decision {
            public SamePerson(EducationId held) {
                this(held, false);
            }
        }

        /** Who was reported is somebody else and is registered; or those held are different. */
        record DifferentPerson() implements Decision {}

        /** Two held are one. Who was reported with them, if anybody was, is that person too. */
        record Merge(EducationId survivor, EducationId retired) implements Decision {}
    }

    /**
     * What became of it.
     *
     * @param person the ID that the decision is about, registered or kept; null if different persons stay as they are
     */
    public record Decided(UUID id, State state, @Nullable EducationId person) {}
}
