package dev.kapu.statistics;

import java.time.LocalDate;
import java.time.Month;

/** Named by the year in which it begins. */
final class SchoolYear {
    /** Who is enrolled in August enters with the others. */
    static final Month FIRST_MONTH = Month.AUGUST;

    private SchoolYear() {}

    static int of(LocalDate day) {
        return day.getMonthValue() < FIRST_MONTH.getValue() ? day.getYear() - 1 : day.getYear();
    }
}
