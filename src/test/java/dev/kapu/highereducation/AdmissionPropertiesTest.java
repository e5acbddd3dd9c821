package dev.kapu.highereducation;

import static dev.kapu.fault.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.fault.Fault;
import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionPropertiesTest {
    private static final AdmissionProperties CALENDAR = new AdmissionProperties(
            MonthDay.of(11, 1),
            MonthDay.of(9, 30),
            MonthDay.of(9, 1),
            MonthDay.of(2, 28),
            MonthDay.of(7, 1),
            MonthDay.of(10, 31));

    @ParameterizedTest
    @CsvSource({
        "2027-general, 2026-11-01, 2027-09-30",
        "2027-mid-year, 2026-09-01, 2027-02-28",
        "2027-supplementary, 2027-07-01, 2027-10-31"
    })
    void a_round_is_named_by_the_year_in_which_it_closes(String round, LocalDate opens, LocalDate closes) {
        assertThat(CALENDAR.opens(AdmissionRound.of(round))).isEqualTo(opens);
        assertThat(CALENDAR.closes(AdmissionRound.of(round))).isEqualTo(closes);
        assertThat(AdmissionRound.of(round).text()).isEqualTo(round);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027", "2027-early", "27-general", "2027-GENERAL"})
    void what_is_no_round_is_refused(String text) {
        assertRefused(Fault.INVALID, () -> AdmissionRound.of(text));
    }
}
