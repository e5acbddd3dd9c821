package dev.kapu.workbook;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a field of the contract is called by who fills in a form. */
public final class FieldWords {
    private static final Pattern EARLIER_ENTRY = Pattern.compile("entry\\[(\\d+)]");

    private FieldWords() {}

    /** @return the field itself where it has no word */
    public static String of(String field, Locale language) {
        var earlier = EARLIER_ENTRY.matcher(field);
        if (earlier.matches()) {
            return Texts.of(language, "field.entry").replace("{0}", earlier.group(1));
        }
        if (field.equals("entry")) {
            return Texts.of(language, "field.whole-entry");
        }
        var last = field.substring(field.lastIndexOf('.') + 1);
        return Stream.of(field, "affiliation." + field, last, "affiliation." + last)
                .flatMap(name -> Stream.of("column." + name + ".heading", "field." + name))
                .map(key -> Texts.find(language, key))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(field);
    }
}
