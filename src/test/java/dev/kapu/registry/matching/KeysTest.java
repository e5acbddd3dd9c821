package dev.kapu.registry.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** By what somebody is kept and looked for. */
class KeysTest {
    private static final String MANY = "bdfgklmnprstv"
            .chars()
            .mapToObj(first -> Character.toString(first) + "a" + Character.toString(first == 'b' ? 'd' : 'b'))
            .collect(Collectors.joining(" "));

    /** Pairs and threes of 13 words, and of as many that came later, were some ten thousand keys. */
    @Test
    void however_many_words_a_name_has_there_are_few_keys() {
        var later = MANY.replace('a', 'l');
        var person = person(later, later, MANY, MANY, MANY);

        assertThat(Matching.keysOf(person)).hasSizeLessThan(300);
        assertThat(Matching.askedKeysOf(person)).hasSizeLessThan(300);
    }

    @Test
    void who_has_more_words_than_keys_are_made_of_is_found_by_the_first() {
        var kept = person("Kovács", "Anna", "Kovács " + MANY, "Anna " + MANY, "Tóth " + MANY);
        var asked = person("Kovács", "Anna", "Kovács", "Anna", "Tóth");

        assertThat(Matching.askedKeysOf(asked)).containsAnyOf(Matching.keysOf(kept));
    }

    private static Description person(
            String family, String given, String birthFamily, String birthGiven, String motherFamily) {
        return new Description(
                family,
                given,
                birthFamily,
                birthGiven,
                motherFamily,
                "Erzsébet",
                "Debrecen",
                LocalDate.of(2019, 10, 3),
                "female",
                "4024",
                "Debrecen",
                "Piac utca 1.",
                null);
    }
}
