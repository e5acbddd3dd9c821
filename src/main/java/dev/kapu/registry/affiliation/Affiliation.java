package dev.kapu.registry.affiliation;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person's affiliation with an institution.
 *
 * @param endDate last day; null while it lasts
 * @param grade of a student
 * @param post of staff
 * @param responsible whether the institution answers for the person's data (K5)
 */
public record Affiliation(
        EducationId educationId,
        InstitutionCode institution,
        SiteSerial site,
        AffiliationType type,
        LocalDate startDate,
        @Nullable LocalDate endDate,
        BigDecimal weeklyHours,
        @Nullable String grade,
        @Nullable String post,
        boolean responsible) {

    public boolean isOpenOn(LocalDate day) {
        return !startDate.isAfter(day) && (endDate == null || !endDate.isBefore(day));
    }

    public static Affiliation of(EducationId id, NewAffiliation begin) {
        return new Affiliation(
                id,
                begin.institution(),
                begin.site(),
                begin.type(),
                begin.startDate(),
                null,
                begin.weeklyHours().setScale(2, RoundingMode.HALF_UP),
                begin.grade(),
                begin.post(),
                false);
    }

    /** @param answers whether the institution still answers for the person's data */
    public Affiliation endingOn(LocalDate day, boolean answers) {
        return new Affiliation(educationId, institution, site, type, startDate, day, weeklyHours, grade, post, answers);
    }

    public Affiliation with(SiteSerial at, BigDecimal hours, @Nullable String inGrade, @Nullable String inPost) {
        return new Affiliation(
                educationId,
                institution,
                at,
                type,
                startDate,
                endDate,
                hours.setScale(2, RoundingMode.HALF_UP),
                inGrade,
                inPost,
                responsible);
    }

    public Affiliation answering(boolean answers) {
        return new Affiliation(
                educationId, institution, site, type, startDate, endDate, weeklyHours, grade, post, answers);
    }

    /** Hazard: must not show whose it is, or it would reach a log line. */
    @Override
    public String toString() {
        return "Affiliation";
    }
}
