package dev.kapu.registry.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldTest {
    @Test
    void accents_and_case_do_not_matter() {
        assertThat(Fold.text("KOVÁCS Ödön")).isEqualTo("kovacs odon").isEqualTo(Fold.text("Kovacs odon"));
    }

    @Test
    void the_four_turkish_letters_i_are_one() {
        assertThat(Fold.text("IŞIK İlker")).isEqualTo("isik ilker").isEqualTo(Fold.text("ışık ilker"));
    }

    @Test
    void composed_and_decomposed_accents_are_one() {
        assertThat(Fold.text("E\u0301va")).isEqualTo(Fold.text("Éva"));
    }

    @Test
    void hyphens_dots_apostrophes_and_wide_gaps_do_not_matter() {
        assertThat(Fold.text(" Kiss-Tóth   J. ")).isEqualTo("kiss toth j").isEqualTo(Fold.text("Kiss Tóth J"));
        assertThat(Fold.text("O'Brien")).isEqualTo("obrien");
    }

    @Test
    void titles_are_no_part_of_the_name_unless_nothing_else_is() {
        assertThat(Fold.words("ifj. dr. Szabó")).containsExactly("szabo");
        assertThat(Fold.words("özv. Kiss")).containsExactly("kiss");
        assertThat(Fold.words("Dr")).containsExactly("dr");
    }

    @Test
    void what_is_not_known_is_empty() {
        assertThat(Fold.words(null)).isEmpty();
    }

    @Test
    void forms_of_a_letter_are_the_letter_and_further_letters_have_a_fold_of_their_own() {
        assertThat(Fold.text("\uff21\uff2e\uff2e\uff21")).isEqualTo("anna");
        assertThat(Fold.text("Þóra Guðrún Əliyev")).isEqualTo("thora gudrun eliyev");
    }
}
