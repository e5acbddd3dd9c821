package dev.kapu.workbook;

import java.util.List;
import java.util.Locale;

/**
 * A column of a template.
 *
 * @param field as in the contract, e.g. {@code affiliation.siteSerial}
 * @param values of an enumeration, the words of the contract; else empty
 */
public record Column(String field, FieldType type, boolean required, List<String> values) {
    public Kind kind() {
        return type.kind();
    }

    /** As in the template, without the mark of what is required. */
    public String heading(Locale language) {
        return Texts.of(language, "column." + field + ".heading");
    }

    /** How the column is to be filled. */
    public String help(Locale language) {
        return Texts.of(language, "column." + field + ".help");
    }

    /** The words that a user sees for the values of an enumeration, in their order. */
    List<String> labels(Locale language) {
        return values.stream().map(value -> label(value, language)).toList();
    }

    /** The word that a user sees for a value of an enumeration. */
    public static String label(String value, Locale language) {
        return Texts.of(language, "value." + value);
    }
}
