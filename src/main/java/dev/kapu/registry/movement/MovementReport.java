package dev.kapu.registry.movement;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import java.time.LocalDate;

/** An affiliation that starts, ends or goes over to another institution, as a form reports it (K11, K19). */
public sealed interface MovementReport {
    EducationId educationId();

    AffiliationType type();

    /** @param birthDate the person's, so that a wrong ID takes nobody else in */
    record Start(EducationId educationId, LocalDate birthDate, NewAffiliation begin) implements MovementReport {
        @Override
        public AffiliationType type() {
            return begin.type();
        }

        /** Hazard: must not show anything, or it would reach a log line. */
        @Override
        public String toString() {
            return "Start";
        }
    }

    /** @param endDate last day */
    record End(EducationId educationId, InstitutionCode institution, AffiliationType type, LocalDate endDate)
            implements MovementReport {
        /** Hazard: must not show anything, or it would reach a log line. */
        @Override
        public String toString() {
            return "End";
        }
    }

    /**
     * @param from the institution that reports
     * @param endDate last day there
     * @param begin of the same type, elsewhere
     */
    record HandOver(EducationId educationId, InstitutionCode from, LocalDate endDate, NewAffiliation begin)
            implements MovementReport {
        @Override
        public AffiliationType type() {
            return begin.type();
        }

        /** Hazard: must not show anything, or it would reach a log line. */
        @Override
        public String toString() {
            return "HandOver";
        }
    }
}
