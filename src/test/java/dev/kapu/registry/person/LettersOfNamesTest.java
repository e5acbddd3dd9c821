package dev.kapu.registry.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.fault.Fault;
import dev.kapu.registry.Address;
import dev.kapu.registry.Finding;
import dev.kapu.registry.PersonName;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** K2: no letter that only looks like one of a name hides a person from the search for doubles. */
class LettersOfNamesTest {
    private static final String TEN = "María de los Ángeles del Carmen y-San José/Ruiz";

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Őszi-Űr",
                "Işık",
                "İnci",
                "Łukasz",
                "Đorđe",
                "Sørensen",
                "Groß",
                "Æsa",
                "Œuvrard",
                "Þórður",
                "Guðrún",
                "Ħal",
                "Ŧahte",
                "Əliyev",
                "Čapek",
                "D'Angelo",
                "Sa\u0301ndor"
            })
    void letters_of_european_names_are_accepted(String family) {
        assertThat(new FieldRules(TODAY)
                        .name("name", new PersonName(family, "Anna"))
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kov\u0251cs",
                "Nagy\u0261",
                "\u1d00nna",
                "\uff21nna",
                "\u1d2cnna",
                "\ufb01sh",
                "\u0189or",
                "\u01c3",
                "\u041dagy",
                "\u039aovács"
            })
    void a_letter_that_only_looks_like_one_is_refused_by_name(String family) {
        assertThat(new FieldRules(TODAY)
                        .name("name", new PersonName(family, "Anna"))
                        .place("birthPlace", family)
                        .address("residence", new Address("HU", "9021", family, family + " u. 1."))
                        .findings())
                .containsExactly(
                        new Finding("name.family", Fault.LETTER_INVALID),
                        new Finding("birthPlace", Fault.LETTER_INVALID),
                        new Finding("residence.settlement", Fault.LETTER_INVALID),
                        new Finding("residence.street", Fault.LETTER_INVALID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Anna1", " Anna", "Anna\u0660"})
    void digits_and_spaces_at_the_ends_are_no_text_of_a_name(String given) {
        assertThat(new FieldRules(TODAY)
                        .name("name", new PersonName("Kovács", given))
                        .findings())
                .containsExactly(new Finding("name.given", Fault.TEXT_INVALID));
    }

    /** Each word is looked for with each of the others. */
    @Test
    void a_name_has_at_most_ten_words() {
        var rules = new FieldRules(TODAY)
                .name("name", new PersonName("Kovács", TEN))
                .name("birthName", new PersonName(TEN + "-Gil", "Anna"))
                .name("motherName", new PersonName("Kovács", "b c d f g h j k l m n"));

        assertThat(rules.findings())
                .containsExactly(
                        new Finding("birthName.family", Fault.TEXT_INVALID),
                        new Finding("motherName.given", Fault.TEXT_INVALID));
    }
}
