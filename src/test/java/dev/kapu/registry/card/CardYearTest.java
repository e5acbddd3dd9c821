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

    @Test
    void a_year_may_end_when_the_country_says_so() {
        var other = new CardYear(MonthDay.of(1, 31), MonthDay.of(11, 1), 15);

        assertThat(other.validUntil(LocalDate.of(2026, 12, 15))).isEqualTo("2028-01-31");
        assertThat(other.validUntil(LocalDate.of(2027, 2, 15))).isEqualTo("2028-01-31");
        assertThat(other.lastDayFrom(LocalDate.of(2026, 12, 15))).isEqualTo("2027-01-31");
    }
}
