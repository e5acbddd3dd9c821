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
                FaultTexts.LANGUAGES.forEach(language -> words.put(Folding.fold(Column.label(value, language)), value));
            }
            values.put(column.field(), words);
        }
        Stream.of(Locale.getISOCountries()).forEach(code -> {
            var country = new Locale.Builder().setRegion(code).build();
            FaultTexts.LANGUAGES.forEach(
                    language -> countries.putIfAbsent(Folding.fold(country.getDisplayCountry(language)), code));
            countries.put(Folding.fold(code), code);
        });
    }

    @Nullable
    String value(Column column, String text) {
        return values.getOrDefault(column.field(), Map.of()).get(Folding.fold(text));
    }

    @Nullable
    String country(String text) {
        return countries.get(Folding.fold(text));
    }
}
