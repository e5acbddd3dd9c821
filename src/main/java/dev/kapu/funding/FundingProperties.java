package dev.kapu.funding;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.MonthDay;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param referenceDates month and day of each, as {@code 10-01}: the only days whose numbers are told (K22) */
@Validated
@ConfigurationProperties("kapu.funding")
record FundingProperties(
        @DefaultValue({"10-01", "02-01"}) @NotEmpty
        List<@Pattern(regexp = "(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])") String> referenceDates) {

    List<MonthDay> days() {
        return referenceDates.stream().map(day -> MonthDay.parse("--" + day)).toList();
    }
}
