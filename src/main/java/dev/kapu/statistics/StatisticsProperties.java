package dev.kapu.statistics;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.MonthDay;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param terms month and day of each, as {@code 10-15}, on which persons are counted
 * @param threshold no number about fewer persons is told, nor can it be calculated
 * @param mostTold numbers of a term that do not follow from others, the standard tables' among them: what they take of
 *     memory and time grows with their square
 * @param lastGrades after which whoever leaves an institution has finished
 * @param turn after so long a wide table lets others ask before it goes on
 * @param rounding numbers are told as multiples of it
 */
@Validated
@ConfigurationProperties("kapu.statistics")
record StatisticsProperties(
        @DefaultValue({"10-15", "02-15"}) @NotEmpty
        List<@Pattern(regexp = "(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])") String> terms,

        @DefaultValue("10") @Min(3) @Max(1000) int threshold,
        @DefaultValue("1500") @Min(500) @Max(5000) int mostTold,
        @DefaultValue("5") @Min(1) @Max(100) int rounding,
        @DefaultValue @Valid LastGrades lastGrades,
        @DefaultValue("300ms") Duration turn) {

    List<MonthDay> days() {
        return terms.stream().map(day -> MonthDay.parse("--" + day)).toList();
    }

    int rounded(int persons) {
        return (persons + rounding / 2) / rounding * rounding;
    }
}
