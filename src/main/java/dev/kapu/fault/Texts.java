package dev.kapu.fault;

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

/** What UTF-8 files {@code NAME_en.properties} and so on say under one key. Read once; English stands in for others. */
public final class Texts {
    private final Map<String, Properties> byLanguage;

    /** @param name of the files, at the root of the class path */
    public Texts(String name) {
        byLanguage = FaultTexts.LANGUAGES.stream()
                .map(Locale::getLanguage)
                .collect(Collectors.toUnmodifiableMap(Function.identity(), language -> read(name, language)));
    }

    public String of(Locale language, String key) {
        return find(language, key).orElseThrow(() -> new NullPointerException(key));
    }

    public Optional<String> find(Locale language, String key) {
        var texts = byLanguage.getOrDefault(
                language.getLanguage(), Objects.requireNonNull(byLanguage.get(Locale.ENGLISH.getLanguage())));
        return Optional.ofNullable(texts.getProperty(key));
    }

    private static Properties read(String name, String language) {
        var path = "/" + name + "_" + language + ".properties";
        var texts = new Properties();
        try (var file = Objects.requireNonNull(Texts.class.getResourceAsStream(path), path)) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
