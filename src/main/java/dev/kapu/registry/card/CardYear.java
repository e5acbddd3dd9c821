package dev.kapu.registry.card;

import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.time.MonthDay;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Cards are validated each year (Government Decree 362/2011).
 *
 * @param lastDay on which last year's validation holds
 * @param renewedFrom from this day on a validation is one for the next year
 * @param grace so many days a card, or a request for a teacher card, outlives its ground: an end may be corrected, taken back,
 *     or followed by a start elsewhere that comes after it (ADR 45)
 */
@Validated
@ConfigurationProperties("kapu.cards")
public record CardYear(
        @DefaultValue("--10-31") MonthDay lastDay,
        @DefaultValue("--09-01") MonthDay renewedFrom,
        @DefaultValue("15") @Min(0) int grace) {

    /** The last day of what is issued or validated on the day. */
    public LocalDate validUntil(LocalDate day) {
        return lastDayFrom(first(renewedFrom, day.plusDays(1)));
    }

    /** The first last day that is not before the day. */
    public LocalDate lastDayFrom(LocalDate day) {
        return first(lastDay, day);
    }

    /**
     * The last day on which the card is not yet withdrawn.
     *
     * @param last of the entitlement
     * @param known since when the hub knows it: a report that comes late leaves as much time to put it right
     */
    public LocalDate keptUntil(LocalDate last, LocalDate known) {
        return (last.isAfter(known) ? last : known).plusDays(grace);
    }

    /** Since when a validation has been for the same year as one on the day. */
    public LocalDate begins(LocalDate day) {
        return first(renewedFrom, day.minusYears(1).plusDays(1));
    }

    private static LocalDate first(MonthDay day, LocalDate from) {
        var same = day.atYear(from.getYear());
        return same.isBefore(from) ? day.atYear(from.getYear() + 1) : same;
    }
}
