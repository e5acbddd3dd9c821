package dev.kapu.personnel;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.AffiliationType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the module says about one person. Two with the same number are equal or one of them is wrong.
 *
 * @param educationId as sent; a merger may have retired it since
 * @param day from which it holds; of an end the last day
 * @param site of a posting or an assignment, as are the hours
 * @param post of a title, and perhaps of a posting
 */
public record StaffMessage(
        EducationId educationId,
        int number,
        LocalDate birthDate,
        Kind kind,
        LocalDate day,
        InstitutionCode institution,
        AffiliationType type,
        @Nullable SiteSerial site,
        @Nullable BigDecimal weeklyHours,
        @Nullable String post) {
    static final Comparator<StaffMessage> BY_NUMBER = Comparator.comparingInt(StaffMessage::number)
            .thenComparing(one -> one.educationId().number());

    /** An employment begins before it changes, and changes before it ends. */
    static final Comparator<StaffMessage> BY_DAY = Comparator.comparing(StaffMessage::day)
            .thenComparing(StaffMessage::kind)
            .thenComparing(BY_NUMBER);

    public StaffMessage {
        weeklyHours = weeklyHours == null ? null : weeklyHours.setScale(2, RoundingMode.HALF_UP);
    }

    /** In the order in which those of one day are replayed. */
    public enum Kind {
        POSTING,
        ASSIGNMENT,
        TITLE,
        END;

        /** The word in contracts and in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Hazard: must not show whom it is about, or it would reach a log line. */
    @Override
    public String toString() {
        return "StaffMessage";
    }
}
