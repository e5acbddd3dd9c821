package dev.kapu.registry.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameTest {
    @Test
    void a_wifes_name_tells_her_own_and_her_husbands_family() {
        assertThat(wife("Nagy Lászlóné Kovács")).isEqualTo(new Wife(List.of("nagy"), List.of("kovacs")));
        assertThat(wife("Vargáné Kovács")).isEqualTo(new Wife(List.of("varga"), List.of("kovacs")));
        assertThat(wife("Kovács")).isEqualTo(new Wife(List.of(), List.of("kovacs")));
    }

    @Test
    void doubled_family_names_agree_in_either_order_and_with_one_left_out() {
        assertThat(level("Kiss-Tóth", "Tóth Kiss")).isEqualTo(Field.EXACT);
        assertThat(level("Kiss-Tóth", "Tóth")).isEqualTo(NameLevels.VARIANT);
    }

    @Test
    void one_of_two_given_names_is_a_variant() {
        assertThat(level("Anna Mária", "Anna")).isEqualTo(NameLevels.VARIANT);
    }

    @Test
    void other_spellings_of_one_sound_are_variants() {
        assertThat(level("Kovács", "Kovats")).isEqualTo(NameLevels.VARIANT);
        assertThat(level("Batthyány", "Battyány")).isEqualTo(NameLevels.VARIANT);
        assertThat(level("Veres", "Weress")).isEqualTo(NameLevels.VARIANT);
        assertThat(level("Király", "Kiráj")).isEqualTo(NameLevels.VARIANT);
    }

    @Test
    void a_slip_is_close_and_another_name_is_different() {
        assertThat(level("Katalin", "Katlain")).isEqualTo((byte) 3);
        assertThat(level("Katalin", "Zsófia")).isEqualTo((byte) 4);
    }

    private static Wife wife(String family) {
        return Wife.read(Fold.words(family));
    }

    private static byte level(String one, String other) {
        return NameLevels.of(Name.of(Fold.words(one)), Name.of(Fold.words(other)));
    }
}
