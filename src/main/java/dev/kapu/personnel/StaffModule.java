package dev.kapu.personnel;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.AffiliationType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The personnel module's own books. */
public interface StaffModule {
    /**
     * All who are employed at the institution on the day. It comes, or fails, within a time that is configured, whatever
     * the module does.
     *
     * @throws Failed if there is no answer that can be trusted
     */
    List<Entry> listStaff(InstitutionCode institution, LocalDate day);

    /**
     * @param educationId as the module writes it; it may be nobody's
     */
    record Entry(
            String educationId,
            AffiliationType type,
            SiteSerial site,
            LocalDate start,
            BigDecimal weeklyHours,
            @Nullable String post) {
        /** Hazard: must not show whom it is about, or it would reach a log line. */
        @Override
        public String toString() {
            return "Entry";
        }
    }

    enum Failure {
        UNREACHABLE,
        TOO_SLOW,
        UNREADABLE,
        /** It answered about another institution or day than was asked. */
        OTHER_INSTITUTION,
        /** It has failed so often that it is left in peace for a while. */
        NOT_ASKED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Failure ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Its message holds nothing of what the module sent. */
    final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Failure failure;
        private final Failure cause;
        private final @Nullable Instant peaceUntil;

        public Failed(Failure failure) {
            this(failure, failure, null);
        }

        private Failed(Failure failure, Failure cause, @Nullable Instant peaceUntil) {
            super("personnel module: " + failure.word());
            this.failure = failure;
            this.cause = cause;
            this.peaceUntil = peaceUntil;
        }

        /** Not asked until then, because of what came of the attempts before. */
        public static Failed leftInPeace(Failure cause, @Nullable Instant until) {
            return new Failed(Failure.NOT_ASKED, cause, until);
        }

        public Failure failure() {
            return failure;
        }

        /** Of one that was not asked, why it is not. */
        public Failure cause() {
            return cause;
        }

        public @Nullable Instant peaceUntil() {
            return peaceUntil;
        }
    }
}
