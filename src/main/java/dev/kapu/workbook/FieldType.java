package dev.kapu.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The type of a field as the schema has it.
 *
 * @param name of the type, e.g. {@code InstitutionCode}
 * @param base the built-in type, e.g. {@code string}
 * @param maxLength of a text; {@code Integer.MAX_VALUE} if the schema has none
 * @param values of an enumeration, else empty
 * @param numbers that a number may be
 * @param days that a date may be
 */
record FieldType(
        String name,
        String base,
        @Nullable Pattern pattern,
        int maxLength,
        List<String> values,
        Bounds<BigDecimal> numbers,
        Bounds<LocalDate> days,
        int fractionDigits) {
    private static final Pattern ONLY_DIGITS = Pattern.compile("(7?)\\[0-9]\\{(\\d+)}");

    Kind kind() {
        if (!values.isEmpty()) {
            return Kind.ENUMERATION;
        }
        return switch (base) {
            case "date" -> Kind.DATE;
            case "decimal" -> Kind.NUMBER;
            default -> pattern != null || name.endsWith("Code") ? Kind.CODE : Kind.TEXT;
        };
    }

    /** How many digits a code of nothing but digits has; 0 for any other. */
    int digits() {
        var digits = onlyDigits();
        return digits.matches() ? digits.group(1).length() + Integer.parseInt(digits.group(2)) : 0;
    }

    /** Whether a program that takes the code for a number may have dropped a part of it. */
    boolean mayBeginWithZero() {
        var digits = onlyDigits();
        return digits.matches() && digits.group(1).isEmpty();
    }

    private Matcher onlyDigits() {
        return ONLY_DIGITS.matcher(pattern == null ? "" : pattern.pattern());
    }

    boolean isEducationId() {
        return name.equals("EducationId");
    }

    boolean isCountry() {
        return name.equals("CountryCode") || name.equals("WrittenCountry");
    }
}
