package dev.kapu.registry.seed;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.institution.Site;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Makes affiliations of one person. */
record Tie(EducationId id, Dice dice) {
    Affiliation student(School school, AffiliationType type, LocalDate start, int hours, @Nullable String grade) {
        return to(school, type, start, hours, grade, null);
    }

    Affiliation staff(School school, AffiliationType type, LocalDate start, int hours, String post) {
        return to(school, type, start, hours, null, post);
    }

    /** The affiliation as if it had ended on the day, a school year earlier if need be. */
    static Affiliation ended(Affiliation open, LocalDate end) {
        var start = open.startDate().isAfter(end) ? open.startDate().minusYears(1) : open.startDate();
        return new Affiliation(
                open.educationId(),
                open.institution(),
                open.site(),
                open.type(),
                start,
                end,
                open.weeklyHours(),
                open.grade(),
                open.post(),
                false);
    }

    private Affiliation to(
            School school,
            AffiliationType type,
            LocalDate start,
            int hours,
            @Nullable String grade,
            @Nullable String post) {
        var sites = school.sites().stream().filter(Site::active).toList();
        return new Affiliation(
                id,
                school.institution().code(),
                dice.oneOf(sites).serial(),
                type,
                start,
                null,
                BigDecimal.valueOf(hours),
                grade,
                post,
                false);
    }
}
