package dev.kapu.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.fault.FaultTexts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PhraseTest {
    static final List<Locale> languages = FaultTexts.LANGUAGES;
    private static final Locale HUNGARIAN = Locale.forLanguageTag("hu");

    @ParameterizedTest
    @FieldSource("languages")
    void every_phrase_and_nothing_else_has_a_text(Locale language) {
        var keys = Arrays.stream(Phrase.values()).map(Phrase::key).collect(Collectors.toSet());

        assertThat(bundle(language).keySet()).isEqualTo(keys);
        assertThat(keys)
                .allSatisfy(key -> assertThat(bundle(language).getString(key))
                        .isNotBlank()
                        .isEqualTo(bundle(language).getString(key).strip()));
    }

    @ParameterizedTest
    @FieldSource("languages")
    void a_phrase_has_the_same_arguments_in_every_language(Locale language) {
        assertThat(Phrase.values())
                .allSatisfy(
                        phrase -> assertThat(arguments(phrase, language)).isEqualTo(arguments(phrase, Locale.ENGLISH)));
    }

    @Test
    void a_phrase_within_a_sentence_is_translated_with_it() {
        var sentence = Phrase.KEY_MISSING.with("purpose", Phrase.GRANT);

        assertThat(sentence.in(Locale.ENGLISH)).isEqualTo("'purpose' is missing in this grant");
        assertThat(sentence.in(HUNGARIAN)).isEqualTo("hiányzik a(z) „purpose” kulcs (itt: engedély)");
    }

    @Test
    void what_the_file_says_is_repeated_as_it_stands() {
        assertThat(Phrase.ITEM_TWICE.with("{1}$1\\", "fields").in(HUNGARIAN)).startsWith("„{1}$1\\” kétszer szerepel");
    }

    private static Set<String> arguments(Phrase phrase, Locale language) {
        return Pattern.compile("\\{\\d}")
                .matcher(phrase.text(language))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("policy", language);
    }
}
