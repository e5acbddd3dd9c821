package dev.kapu.workbook;

import dev.kapu.fault.FaultTexts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of lists and the countries, as users write them in any of the languages. */
final class Words {
    private final Map<String, Map<String, String>> values = new HashMap<>();
    private final Map<String, String> countries = new HashMap<>();

    Words(Template template) {
        for (var column : template.columns()) {
            var words = new HashMap<String, String>();
            for (var value : column.values()) {
                words.put(Folding.fold(value), value);
                words.put(value, value);
                FaultTexts.LANGUAGES.forEach(language -> words.put(Folding.fold(Column.label(value, language)), value));
            }
            values.put(column.field(), words);
        }
        Stream.of(Locale.getISOCountries()).forEach(code -> {
            var country = new Locale.Builder().setRegion(code).build();
            FaultTexts.LANGUAGES.forEach(
                    language -> countries.putIfAbsent(Folding.fold(country.getDisplayCountry(language)), code));
            countries.put(Folding.fold(code), code);
            countries.put(code, code);
        });
    }

    @Nullable
    String value(Column column, String text) {
        return known(values.getOrDefault(column.field(), Map.of()), text);
    }

    @Nullable
    String country(String text) {
        return known(countries, text);
    }

    /** As it is in the contract, else folded, which takes longer. */
    private static @Nullable String known(Map<String, String> words, String text) {
        var exact = words.get(text);
        return exact == null ? words.get(Folding.fold(text)) : exact;
    }
}
