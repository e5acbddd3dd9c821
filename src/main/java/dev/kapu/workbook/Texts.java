package dev.kapu.workbook;

import dev.kapu.fault.FaultTexts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of the templates and of what is said about their cells, in every language of the hub. */
final class Texts {
    private static final Map<String, Properties> TEXTS = FaultTexts.LANGUAGES.stream()
            .map(Locale::getLanguage)
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Texts::read));

    private Texts() {}

    static String of(Locale language, String key) {
        return find(language, key).orElseThrow(() -> new NullPointerException(key));
    }

    static Optional<String> find(Locale language, String key) {
        var english = Objects.requireNonNull(TEXTS.get("en"));
        return Optional.ofNullable(
                TEXTS.getOrDefault(language.getLanguage(), english).getProperty(key));
    }

    private static Properties read(String language) {
        var name = "/workbook_" + language + ".properties";
        var texts = new Properties();
        try (var file = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name)) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
