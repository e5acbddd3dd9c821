package dev.kapu.registry.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardYearTest {
    private static final CardYear HUNGARIAN = new CardYear(MonthDay.of(10, 31), MonthDay.of(9, 1), 15);

    @ParameterizedTest
    @CsvSource({
        "2026-08-31, 2025-09-01, 2026-10-31",
        "2026-09-01, 2026-09-01, 2027-10-31",
        "2026-10-31, 2026-09-01, 2027-10-31",
        "2027-01-15, 2026-09-01, 2027-10-31",
        "2027-08-31, 2026-09-01, 2027-10-31"
    })
    void a_validation_holds_until_31_October_of_the_next_school_year(LocalDate day, LocalDate begins, LocalDate until) {
        assertThat(HUNGARIAN.validUntil(day)).isEqualTo(until);
        assertThat(HUNGARIAN.begins(day)).isEqualTo(begins);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-31, 2026-06-20, 2026-11-15",
        "2026-10-31, 2026-10-31, 2026-11-15",
        "2026-10-31, 2026-11-03, 2026-11-18"
    })
    void a_card_is_kept_15_days_from_its_last_day_or_from_when_that_was_known(
            LocalDate last, LocalDate known, LocalDate kept) {
        assertThat(HUNGARIAN.keptUntil(last, known)).isEqualTo(kept);
    }

    @Test
    void a_year_may_end_when_the_country_says_so() {
        var other = new CardYear(MonthDay.of(1, 31), MonthDay.of(11, 1), 15);

        assertThat(other.validUntil(LocalDate.of(2026, 12, 15))).isEqualTo("2028-01-31");
        assertThat(other.validUntil(LocalDate.of(2027, 2, 15))).isEqualTo("2028-01-31");
        assertThat(other.lastDayFrom(LocalDate.of(2026, 12, 15))).isEqualTo("2027-01-31");
    }
}
