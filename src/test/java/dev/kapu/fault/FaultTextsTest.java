package dev.kapu.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class FaultTextsTest {
    static final List<Locale> languages = FaultTexts.LANGUAGES;

    @ParameterizedTest
    @FieldSource("languages")
    void every_fault_and_nothing_else_has_a_text_and_a_remedy(Locale language) {
        var expected = Arrays.stream(Fault.values())
                .flatMap(fault -> List.of(fault.code() + ".text", fault.code() + ".remedy").stream())
                .collect(Collectors.toSet());

        assertThat(bundle(language).keySet()).isEqualTo(expected);
    }

    @ParameterizedTest
    @FieldSource("languages")
    void texts_are_short_whole_sentences(Locale language) {
        var bundle = bundle(language);

        assertThat(bundle.keySet())
                .allSatisfy(key -> assertThat(bundle.getString(key))
                        .hasSizeLessThanOrEqualTo(300)
                        .endsWith(".")
                        .isEqualTo(bundle.getString(key).strip()));
    }

    @ParameterizedTest
    @FieldSource("languages")
    void place_holders_stand_in_parentheses_in_texts_only_and_alike_in_all_languages(Locale language) {
        var bundle = bundle(language);

        assertThat(bundle.keySet()).allSatisfy(key -> {
            var withoutPlace = bundle.getString(key).replace(FaultTexts.PLACE, "");
            assertThat(withoutPlace).doesNotContain("{", "}", "''");
            assertThat(withoutPlace.equals(bundle.getString(key)))
                    .isEqualTo(!bundle(Locale.ENGLISH).getString(key).contains(FaultTexts.PLACE));
            if (key.endsWith(".remedy")) {
                assertThat(bundle.getString(key)).isEqualTo(withoutPlace);
            }
        });
    }

    @Test
    void a_position_is_said_in_the_language_of_the_text() {
        var where = "institutionCode, line 3, column 17";

        assertThat(FaultTexts.text(Fault.INVALID, Locale.ENGLISH, where))
                .endsWith("(institutionCode, line 3, column 17).");
        assertThat(FaultTexts.text(Fault.INVALID, Locale.forLanguageTag("hu"), where))
                .endsWith("(institutionCode, 3. sor, 17. oszlop).");
        assertThat(FaultTexts.text(Fault.INVALID, Locale.forLanguageTag("tr"), where))
                .contains("(institutionCode, 3. satır, 17. sütun)");
    }

    @Test
    void the_place_is_named_where_it_is_known() {
        assertThat(FaultTexts.text(Fault.HEADER_MISSING, Locale.ENGLISH, "userId"))
                .isEqualTo("A header that this operation needs is missing (userId).");
        assertThat(FaultTexts.text(Fault.HEADER_MISSING, Locale.ENGLISH, null))
                .isEqualTo("A header that this operation needs is missing.");
    }

    @Test
    void letters_beyond_ascii_are_read_as_they_are() {
        assertThat(FaultTexts.text(Fault.BUSY, Locale.forLanguageTag("hu-HU"), null))
                .startsWith("A rendszer túlterhelt");
        assertThat(FaultTexts.remedy(Fault.BUSY, Locale.forLanguageTag("tr"))).startsWith("Lütfen aynı isteği");
    }

    @Test
    void other_languages_get_english() {
        assertThat(FaultTexts.text(Fault.BUSY, Locale.FRENCH, null))
                .isEqualTo(FaultTexts.text(Fault.BUSY, Locale.ENGLISH, null));
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("faults", language);
    }
}
