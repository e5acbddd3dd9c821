package dev.kapu.registry.staff;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An employment from its first day to its last, as it stands at its end or now.
 *
 * @param end last day; null while it lasts
 */
public record StaffSpan(
        InstitutionCode institution,
        AffiliationType type,
        LocalDate start,
        @Nullable LocalDate end,
        SiteSerial site,
        BigDecimal weeklyHours,
        @Nullable String post) {
    public static final Comparator<StaffSpan> BY_START = Comparator.comparing(StaffSpan::start)
            .thenComparing(span -> span.institution().text())
            .thenComparing(StaffSpan::type);

    public StaffSpan {
        weeklyHours = weeklyHours.setScale(2, RoundingMode.HALF_UP);
    }

    /** By what one employment of a person is told from another. */
    public record Key(InstitutionCode institution, AffiliationType type, LocalDate start) {}

    public Key key() {
        return new Key(institution, type, start);
    }

    public static StaffSpan of(Affiliation held) {
        return new StaffSpan(
                held.institution(),
                held.type(),
                held.startDate(),
                held.endDate(),
                held.site(),
                held.weeklyHours(),
                held.post());
    }

    /** With those fields of the latter that differ from the former; all others as they are, whoever reported them. */
    StaffSpan changed(StaffSpan before, StaffSpan after) {
        return new StaffSpan(
                institution,
                type,
                start,
                Objects.equals(before.end, after.end) ? end : after.end,
                before.site.equals(after.site) ? site : after.site,
                before.weeklyHours.compareTo(after.weeklyHours) == 0 ? weeklyHours : after.weeklyHours,
                Objects.equals(before.post, after.post) ? post : after.post);
    }

    /** With what the other says; what it leaves open stays. */
    StaffSpan with(StaffSpan said) {
        return new StaffSpan(
                institution,
                type,
                start,
                said.end == null ? end : said.end,
                said.site,
                said.weeklyHours,
                said.post == null ? post : said.post);
    }

    boolean isLike(StaffSpan other) {
        return institution.equals(other.institution) && type == other.type;
    }

    boolean lastsOn(LocalDate day) {
        return !start.isAfter(day) && !endsBefore(day);
    }

    NewAffiliation asNew() {
        return new NewAffiliation(institution, site, type, start, weeklyHours, null, post);
    }

    Affiliation asHeldBy(EducationId id, boolean responsible) {
        return new Affiliation(id, institution, site, type, start, end, weeklyHours, null, post, responsible);
    }

    /** Whether both last on more days than one may end and the other begin on. */
    public boolean collidesWith(StaffSpan other) {
        if (type != other.type) {
            return false;
        }
        if (institution.equals(other.institution)) {
            return !endsBefore(other.start) && !other.endsBefore(start);
        }
        return type.isAtOneInstitution() && !endsUpTo(other.start) && !other.endsUpTo(start);
    }

    /** Whether both are of the same type at the same institution and have a day in common. */
    public boolean overlaps(StaffSpan other) {
        return isLike(other) && collidesWith(other);
    }

    private boolean endsBefore(LocalDate day) {
        return end != null && end.isBefore(day);
    }

    private boolean endsUpTo(LocalDate day) {
        return end != null && !end.isAfter(day);
    }

    /** Hazard: must not show whose it is, or it would reach a log line. */
    @Override
    public String toString() {
        return "StaffSpan";
    }
}
