package dev.kapu.registry.card;

import java.time.LocalDate;
import java.time.MonthDay;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Cards are validated each year (Government Decree 362/2011).
 *
 * @param lastDay on which last year's validation holds
 * @param renewedFrom from this day on a validation is one for the next year
 */
@ConfigurationProperties("kapu.cards")
public record CardYear(
        @DefaultValue("--10-31") MonthDay lastDay,
        @DefaultValue("--09-01") MonthDay renewedFrom) {

    /** The last day of what is issued or validated on the day. */
    public LocalDate validUntil(LocalDate day) {
        return lastDayFrom(first(renewedFrom, day.plusDays(1)));
    }

    /** The first last day that is not before the day. */
    public LocalDate lastDayFrom(LocalDate day) {
        return first(lastDay, day);
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
