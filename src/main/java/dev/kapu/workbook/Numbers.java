package dev.kapu.workbook;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as text, without exponents. */
final class Numbers {
    /** Beyond, a spreadsheet has rounded: it keeps 15 digits. */
    private static final double EXACT = 1e15;

    private static final Pattern SCIENTIFIC = Pattern.compile("(\\d)[.,](\\d+)[eE]\\+?(\\d{1,2})");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}([.,]\\d{1,9})?");

    private Numbers() {}

    static String text(double number) {
        if (Double.isNaN(number) || Math.abs(number) >= EXACT) {
            return Double.toString(number);
        }
        return number == Math.rint(number)
                ? Long.toString((long) number)
                : BigDecimal.valueOf(number).toPlainString();
    }

    static boolean isExact(double number) {
        return Math.abs(number) < EXACT;
    }

    static boolean isScientific(String text) {
        return SCIENTIFIC.matcher(text).matches();
    }

    /** The digits of 7.1234567897E+10, if none of them was lost on the way. */
    static Optional<String> digits(String scientific) {
        var parts = SCIENTIFIC.matcher(scientific);
        return parts.matches() && parts.group(2).length() == Integer.parseInt(parts.group(3))
                ? Optional.of(parts.group(1) + parts.group(2))
                : Optional.empty();
    }

    /** With a point or a comma, as it is written in the three countries' languages. */
    static Optional<BigDecimal> decimal(String text) {
        return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text.replace(',', '.'))) : Optional.empty();
    }
}
