package dev.kapu.workbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as spreadsheets and people write them. */
final class Days {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})\\s*[-./]\\s*(\\d{1,2})\\s*[-./]\\s*(\\d{1,2})\\.?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})\\s*([-./])\\s*(\\d{1,2})\\s*\\2\\s*(\\d{4})\\.?");
    private static final Pattern MIDNIGHT = Pattern.compile("[T ]0?0:00(:00(\\.0+)?)?Z?$");
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

    private Days() {}

    static Converted ofText(String text) {
        var day = text.length() > 12 ? MIDNIGHT.matcher(text).replaceFirst("") : text;
        var yearFirst = YEAR_FIRST.matcher(day);
        if (yearFirst.matches()) {
            return of(text, yearFirst, 1, 2, 3);
        }
        var dayFirst = DAY_FIRST.matcher(day);
        if (!dayFirst.matches()) {
            return Converted.wrong(text, Problem.NOT_A_DATE);
        }
        return isAmbiguous(dayFirst) ? Converted.wrong(text, Problem.AMBIGUOUS_DATE) : of(text, dayFirst, 4, 3, 1);
    }

    /** 03/04/2015 is April in Turkey and March in America; with dots the day always stands first. */
    private static boolean isAmbiguous(Matcher dayFirst) {
        return !dayFirst.group(2).equals(".")
                && Integer.parseInt(dayFirst.group(1)) <= 12
                && Integer.parseInt(dayFirst.group(3)) <= 12
                && !dayFirst.group(1).equals(dayFirst.group(3));
    }

    private static Converted of(String text, Matcher parts, int year, int month, int day) {
        try {
            return Converted.of(LocalDate.of(
                            Integer.parseInt(parts.group(year)),
                            Integer.parseInt(parts.group(month)),
                            Integer.parseInt(parts.group(day)))
                    .toString());
        } catch (DateTimeException impossible) {
            return Converted.wrong(text, Problem.NOT_A_DATE);
        }
    }

    /**
     * The day that a spreadsheet keeps as a number. Both systems count whole days; in the one of 1900 the number 60 is a
     * 29 February that never was.
     */
    static Optional<LocalDate> ofSerial(double serial, boolean since1904) {
        if (serial != Math.rint(serial)
                || serial < 0
                || serial > 100_000
                || (!since1904 && (serial < 1 || serial == 60))) {
            return Optional.empty();
        }
        var zero = since1904
                ? LocalDate.of(1904, 1, 1)
                : serial < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
        return Optional.of(zero.plusDays((long) serial));
    }

    /** A number that is not shown as a date but stands where one belongs: 20150301, or a serial in a lifetime's reach. */
    static Optional<LocalDate> ofBareNumber(double number, boolean since1904) {
        if (number >= 19_000_101 && number <= 21_000_101 && number == Math.rint(number)) {
            var digits = Long.toString((long) number);
            var read = ofText(digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6));
            return read.isWrong() ? Optional.empty() : Optional.of(LocalDate.parse(read.value()));
        }
        return ofSerial(number, since1904).filter(day -> number >= 3000 && !day.isBefore(FIRST) && day.isBefore(LAST));
    }
}
