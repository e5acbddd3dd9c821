package dev.kapu.fault;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a fault says to a partner's operator: what happened, and what to do. Read once, from UTF-8 files. */
public final class FaultTexts {
    /** The languages in the order in which a fault's detail gives them; the first stands in for any other. */
    public static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("hu"), Locale.forLanguageTag("tr"));

    static final String PLACE = " ({0})";

    private static final Map<String, String> POSITIONS =
            Map.of("hu", "$1. sor, $2. oszlop", "tr", "$1. satır, $2. sütun");
    private static final Pattern LINE_AND_COLUMN = Pattern.compile("line (\\d+), column (\\d+)");

    private static final Map<String, Properties> TEXTS = LANGUAGES.stream()
            .map(Locale::getLanguage)
            .collect(Collectors.toUnmodifiableMap(Function.identity(), FaultTexts::read));

    private FaultTexts() {}

    /** @param where name of the element, header or setting at fault; left out of the text where null */
    public static String text(Fault fault, Locale language, @Nullable String where) {
        var place = where == null ? "" : " (" + positioned(where, language) + ")";
        return of(language, fault.code() + ".text").replace(PLACE, place);
    }

    private static String positioned(String where, Locale language) {
        var position = POSITIONS.get(language.getLanguage());
        return position == null ? where : LINE_AND_COLUMN.matcher(where).replaceFirst(position);
    }

    public static String remedy(Fault fault, Locale language) {
        return of(language, fault.code() + ".remedy");
    }

    private static String of(Locale language, String key) {
        var texts = TEXTS.getOrDefault(
                language.getLanguage(), Objects.requireNonNull(TEXTS.get(Locale.ENGLISH.getLanguage())));
        return Objects.requireNonNull(texts.getProperty(key), key);
    }

    private static Properties read(String language) {
        var name = "/faults_" + language + ".properties";
        var texts = new Properties();
        try (var file = Objects.requireNonNull(FaultTexts.class.getResourceAsStream(name), name)) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
