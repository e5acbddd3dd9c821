package dev.kapu.workbook;

import dev.kapu.registry.EducationId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Reads a cell as its column wants it, undoing what spreadsheets do to codes and dates. */
final class Cells {
    private static final Pattern SEPARATORS = Pattern.compile("[ \\-.]");
    private static final Pattern GROUPED = Pattern.compile("[0-9]+([ \\-.][0-9]+)*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** No column takes a text of this length; longer ones are not looked at. */
    private static final int LONGEST = 4000;

    private final Words words;
    private final boolean since1904;

    Cells(Words words, boolean since1904) {
        this.words = words;
        this.since1904 = since1904;
    }

    Converted convert(Column column, RawCell cell) {
        if (cell instanceof RawCell.Text text) {
            return text.text().length() > LONGEST && !text.isBlank()
                    ? Converted.wrong(text.text(), Problem.TOO_LONG)
                    : text(column, CleanText.of(text.text()));
        }
        if (cell instanceof RawCell.Numeric number) {
            return number(column, number);
        }
        if (cell instanceof RawCell.Formula formula) {
            return Converted.wrong(formula.cached(), Problem.FORMULA);
        }
        if (cell instanceof RawCell.Failure failure) {
            return Converted.wrong(failure.shown(), Problem.ERROR_VALUE);
        }
        return text(column, cell instanceof RawCell.Flag flag && flag.value() ? "TRUE" : "FALSE");
    }

    private Converted text(Column column, String text) {
        if (text.isEmpty()) {
            return Converted.EMPTY;
        }
        if (!CleanText.isLegal(text)) {
            return Converted.wrong(text, Problem.ILLEGAL_CHARACTER);
        }
        return switch (column.kind()) {
            case TEXT -> bounded(column, text);
            case DATE -> possible(column, Days.ofText(text));
            case CODE -> code(column, text.startsWith("'") ? text.substring(1) : text);
            case ENUMERATION -> {
                var value = words.value(column, text);
                yield value == null ? Converted.wrong(text, Problem.NOT_IN_LIST) : Converted.of(value);
            }
            case NUMBER ->
                Numbers.decimal(text)
                        .map(number -> ranged(column, number))
                        .orElseGet(() -> Converted.wrong(text, Problem.NOT_A_NUMBER));
        };
    }

    private Converted number(Column column, RawCell.Numeric cell) {
        var plain = Numbers.text(cell.value());
        if (cell.date() && column.kind() != Kind.DATE) {
            var shown = Days.ofSerial(cell.value(), since1904)
                    .map(LocalDate::toString)
                    .orElse(plain);
            return Converted.wrong(shown, Problem.BECAME_A_DATE);
        }
        if (column.kind() == Kind.CODE && (cell.value() < 0 || cell.value() != Math.rint(cell.value()))) {
            return Converted.wrong(plain, Problem.SHAPE);
        }
        if (column.kind() != Kind.DATE) {
            return Numbers.isExact(cell.value()) ? text(column, plain) : Converted.wrong(plain, Problem.DIGITS_LOST);
        }
        return possible(column, day(cell, plain));
    }

    private Converted day(RawCell.Numeric cell, String plain) {
        return cell.date()
                ? Days.ofSerial(cell.value(), since1904)
                        .map(day -> Converted.of(day.toString()))
                        .orElseGet(() -> Converted.wrong(plain, Problem.NOT_A_DATE))
                : Days.ofBareNumber(cell.value(), since1904)
                        .map(day -> new Converted(day.toString(), Problem.DATE_RESTORED))
                        .orElseGet(() -> Converted.wrong(plain, Problem.NOT_A_DATE));
    }

    private Converted code(Column column, String text) {
        if (column.type().isCountry()) {
            var country = words.country(text);
            return country == null ? Converted.wrong(text, Problem.NOT_A_COUNTRY) : Converted.of(country);
        }
        boolean scientific = column.type().pattern() != null && Numbers.isScientific(text);
        var whole = scientific ? Numbers.digits(text).orElse(null) : text;
        return whole == null ? Converted.wrong(text, Problem.DIGITS_LOST) : digits(column, whole, text);
    }

    /** Zeros are put back only before bare digits, and separators taken out only where just the right digits are left. */
    private static Converted digits(Column column, String text, String written) {
        int digits = column.type().digits();
        if (digits > 0 && column.type().mayBeginWithZero() && isShortOf(digits, text)) {
            return new Converted("0".repeat(digits - text.length()) + text, Problem.ZEROS_RESTORED);
        }
        var bare = digits > 0 && GROUPED.matcher(text).matches()
                ? SEPARATORS.matcher(text).replaceAll("")
                : text;
        return shaped(column, bare.length() == digits ? bare : text, written);
    }

    private static boolean isShortOf(int digits, String text) {
        return text.length() < digits && DIGITS.matcher(text).matches();
    }

    private static Converted shaped(Column column, String value, String written) {
        var pattern = column.type().pattern();
        if (column.type().isEducationId() && !EducationId.isValid(value)) {
            return Converted.wrong(written, Problem.CHECK_DIGIT);
        }
        return pattern != null && !pattern.matcher(value).matches()
                ? Converted.wrong(written, Problem.SHAPE)
                : bounded(column, value);
    }

    private static Converted bounded(Column column, String text) {
        return text.codePointCount(0, text.length()) > column.type().maxLength()
                ? Converted.wrong(text, Problem.TOO_LONG)
                : Converted.of(text);
    }

    private static Converted possible(Column column, Converted day) {
        return day.isWrong() || column.type().days().allow(LocalDate.parse(day.value()))
                ? day
                : Converted.wrong(day.value(), Problem.YEAR);
    }

    private static Converted ranged(Column column, BigDecimal number) {
        var type = column.type();
        boolean tooFine = number.stripTrailingZeros().scale() > type.fractionDigits();
        return tooFine || !type.numbers().allow(number)
                ? Converted.wrong(number.toPlainString(), Problem.OUT_OF_RANGE)
                : Converted.of(number.toPlainString());
    }
}
