package dev.kapu.submission;

import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.amendment.Amendment;
import dev.kapu.registry.movement.MovementReport;
import dev.kapu.registry.person.NewPerson;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One person's part of a submission. */
public sealed interface Entry {
    /** The institution's own mark, given back with the outcome. */
    @Nullable
    String reference();

    /** Whom it is about, as it says. */
    default @Nullable EducationId named() {
        return null;
    }

    /** Whom it is about, by what it says beside the ID. */
    default Reported reported() {
        return Reported.NOBODY;
    }

    /** An entry about an ID as it was written; one that is no ID is a finding of the entry and not of the message. */
    static Entry about(String educationId, Function<EducationId, Entry> entry) {
        try {
            return entry.apply(EducationId.of(educationId));
        } catch (FaultException wrong) {
            return new Misaddressed(educationId, entry.apply(Misaddressed.NOBODY));
        }
    }

    /** Somebody to be registered, with the affiliation that begins. */
    record Registration(@Nullable String reference, NewPerson person, NewAffiliation affiliation) implements Entry {
        @Override
        public Reported reported() {
            return new Reported(person.name(), person.birthDate());
        }

        /** Hazard: must not show anything, or it would reach a log line. */
        @Override
        public String toString() {
            return "Registration";
        }
    }

    /** Changed fields of somebody registered (K12). */
    record Change(@Nullable String reference, Amendment amendment) implements Entry {
        @Override
        public EducationId named() {
            return amendment.educationId();
        }

        @Override
        public Reported reported() {
            var identity = amendment.identity();
            return new Reported(identity.name() == null ? identity.birthName() : identity.name(), identity.birthDate());
        }
    }

    /** An affiliation that starts, ends or goes over to another institution (K11). */
    record Movement(@Nullable String reference, MovementReport report) implements Entry {
        @Override
        public EducationId named() {
            return report.educationId();
        }

        @Override
        public Reported reported() {
            return report instanceof MovementReport.Start start
                    ? new Reported(null, start.birthDate())
                    : Reported.NOBODY;
        }
    }

    /**
     * Under what cannot be an ID: kept as it came, and refused.
     *
     * @param rest all else that was reported; its ID is nobody's and is never read
     */
    record Misaddressed(String educationId, Entry rest) implements Entry {
        private static final EducationId NOBODY = EducationId.ofSerial(0).orElseThrow();

        @Override
        public @Nullable String reference() {
            return rest.reference();
        }

        @Override
        public Reported reported() {
            return rest.reported();
        }

        /** Hazard: must not show the number, or it would reach a log line. */
        @Override
        public String toString() {
            return "Misaddressed";
        }
    }
}
