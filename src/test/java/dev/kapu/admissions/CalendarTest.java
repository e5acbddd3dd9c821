package dev.kapu.admissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.registry.TestDays;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days of a procedure, both included. */
class CalendarTest {
    private static final Window SHEETS = window("2026-12-01", "2027-02-20");
    private static final AdmissionProcedure PROCEDURE = new AdmissionProcedure(
            "general-2027", 2027, SHEETS, window("2027-03-21", "2027-03-22"), window("2027-04-20", "2027-05-31"));

    @ParameterizedTest
    @CsvSource({"2026-11-30, false", "2026-12-01, true", "2027-02-20, true", "2027-02-21, false"})
    void a_window_has_its_first_and_its_last_day(LocalDate day, boolean open) {
        assertThat(SHEETS.contains(day)).isEqualTo(open);
    }

    @Test
    void applicants_are_in_reach_from_the_first_to_the_last_of_all_days() {
        assertThat(PROCEDURE.firstDay()).isEqualTo("2026-12-01");
        assertThat(PROCEDURE.lastDay()).isEqualTo("2027-05-31");
    }

    @Test
    void results_are_corrected_for_some_months_after_the_procedure() {
        var calendar = new AdmissionCalendar(
                new AdmissionProperties(List.of(PROCEDURE), 1, 1, Period.ofMonths(6)),
                TestDays.on(LocalDate.parse("2027-06-01")));

        assertThat(calendar.corrections(PROCEDURE)).isEqualTo(window("2027-04-20", "2027-11-30"));
    }

    @Test
    void a_calendar_that_makes_no_sense_stops_the_start() {
        assertThatThrownBy(() -> window("2027-02-20", "2027-02-19")).hasMessageContaining("kapu.admissions.procedures");
        assertThatThrownBy(() -> new AdmissionProcedure("General 2027", 2027, SHEETS, SHEETS, SHEETS))
                .hasMessageContaining("name");
        assertThatThrownBy(() -> new AdmissionProperties(List.of(PROCEDURE, PROCEDURE), 1, 1, Period.ZERO))
                .hasMessageContaining("same name");
    }

    private static Window window(String from, String until) {
        return new Window(LocalDate.parse(from), LocalDate.parse(until));
    }
}
