package dev.kapu.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.access.Partner;
import dev.kapu.audit.DisclosureRecord;
import dev.kapu.fault.FaultTexts;
import dev.kapu.scope.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MessagesTest {
    static final List<Locale> languages = FaultTexts.LANGUAGES;

    @ParameterizedTest
    @FieldSource("languages")
    void every_language_has_the_same_keys_with_as_many_arguments(Locale language) {
        var english = bundle(Locale.ENGLISH);
        var bundle = bundle(language);

        assertThat(bundle.keySet()).isEqualTo(english.keySet());
        assertThat(bundle.keySet())
                .allSatisfy(key -> assertThat(arguments(bundle, key)).isEqualTo(arguments(english, key)));
    }

    @ParameterizedTest
    @FieldSource("languages")
    void no_text_is_empty_or_has_an_apostrophe_that_the_format_would_swallow(Locale language) {
        var bundle = bundle(language);

        assertThat(bundle.keySet())
                .allSatisfy(key -> assertThat(bundle.get(key)).isNotBlank().doesNotContain("'"));
    }

    @Test
    void every_key_that_a_template_names_exists() throws IOException {
        var named = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var keys = Pattern.compile("#\\{([a-z0-9.-]+)").matcher(Files.readString(file));
                while (keys.find()) {
                    named.add(keys.group(1));
                }
            }
        }

        assertThat(bundle(Locale.ENGLISH).keySet()).containsAll(named);
    }

    @Test
    void every_word_that_pages_look_up_is_there() {
        var keys = bundle(Locale.ENGLISH).keySet();

        assertThat(Arrays.stream(Scope.values()).map(scope -> "scope." + scope.word()))
                .allMatch(keys::contains);
        assertThat(Arrays.stream(Partner.Kind.values()).map(kind -> "kind." + kind.word()))
                .allMatch(keys::contains);
        assertThat(Arrays.stream(DisclosureRecord.Channel.values()).map(channel -> "channel." + channel))
                .allMatch(keys::contains);
        assertThat(Overview.OUTCOMES)
                .isEqualTo(Arrays.stream(DisclosureRecord.Outcome.values())
                        .map(outcome -> outcome.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toList()))
                .allMatch(outcome -> keys.contains("outcome." + outcome));
        assertThat(Arrays.stream(ServiceStatus.values())
                        .filter(status -> !status.name().startsWith("Init"))
                        .map(status -> "route." + status))
                .allMatch(keys::contains);
    }

    private static int arguments(Map<String, String> bundle, String key) {
        return new MessageFormat(bundle.get(key)).getFormatsByArgumentIndex().length;
    }

    /** The texts of the console, those of the institutions' pages, and the words of a person's file. */
    private static Map<String, String> bundle(Locale language) {
        var texts = new HashMap<String, String>();
        for (var name : List.of("messages", "institution", "held")) {
            var bundle = ResourceBundle.getBundle(name, language);
            bundle.keySet()
                    .forEach(key -> assertThat(texts.put(key, bundle.getString(key)))
                            .as(key)
                            .isNull());
        }
        return texts;
    }
}
