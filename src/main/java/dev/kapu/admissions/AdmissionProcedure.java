package dev.kapu.admissions;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A procedure and its calendar, as an administrator has set it.
 *
 * @param year with which the numbers of its sheets begin: that of the school year's start
 * @param sheets when first sheets are taken
 * @param changes when they may be changed
 * @param results when results are published
 */
record AdmissionProcedure(String name, int year, Window sheets, Window changes, Window results) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    AdmissionProcedure {
        if (name == null || !NAME.matcher(name).matches() || year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "a procedure of kapu.admissions.procedures needs a name of a-z, 0-9 and -, and a year");
        }
        if (sheets == null || changes == null || results == null) {
            throw new IllegalArgumentException(
                    "a procedure of kapu.admissions.procedures needs the windows sheets, changes and results");
        }
    }

    /** From then on the admissions centre may reach an applicant. */
    LocalDate firstDay() {
        return sheets.from();
    }

    /** So long the admissions centre may reach an applicant. */
    LocalDate lastDay() {
        return Stream.of(sheets, changes, results)
                .map(Window::until)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
