package dev.kapu.highereducation;

import java.time.LocalDate;
import java.time.MonthDay;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From the first to the last day of a round, both included, its applicants are in reach of whoever runs the admissions
 * (K24). Days are written as in {@code --11-01}.
 *
 * @param generalOpens in the year before
 * @param midYearOpens in the year before
 */
@ConfigurationProperties("kapu.higher-education")
record AdmissionProperties(
        @DefaultValue("--11-01") MonthDay generalOpens,
        @DefaultValue("--09-30") MonthDay generalCloses,
        @DefaultValue("--09-01") MonthDay midYearOpens,
        @DefaultValue("--02-28") MonthDay midYearCloses,
        @DefaultValue("--07-01") MonthDay supplementaryOpens,
        @DefaultValue("--10-31") MonthDay supplementaryCloses) {
    LocalDate opens(AdmissionRound round) {
        var opens =
                switch (round.kind()) {
                    case GENERAL -> generalOpens;
                    case MID_YEAR -> midYearOpens;
                    case SUPPLEMENTARY -> supplementaryOpens;
                };
        var sameYear = opens.atYear(round.year());
        return sameYear.isAfter(closes(round)) ? opens.atYear(round.year() - 1) : sameYear;
    }

    LocalDate closes(AdmissionRound round) {
        return switch (round.kind()) {
            case GENERAL -> generalCloses.atYear(round.year());
            case MID_YEAR -> midYearCloses.atYear(round.year());
            case SUPPLEMENTARY -> supplementaryCloses.atYear(round.year());
        };
    }
}
