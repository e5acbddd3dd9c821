package dev.kapu.registry.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TajTest {
    @Test
    void the_ninth_digit_follows_from_the_first_eight() {
        assertThat(Taj.isValid("111111110")).isTrue();
        assertThat(Taj.of(11_111_111)).isEqualTo("111111110");
        assertThat(Taj.of(37))
                .startsWith("00000037")
                .satisfies(taj -> assertThat(Taj.isValid(taj)).isTrue());
    }

    @Test
    void every_single_wrong_digit_is_caught() {
        for (int place = 0; place < 9; place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                var text = "111111110".substring(0, place) + digit + "111111110".substring(place + 1);

                assertThat(Taj.isValid(text)).isEqualTo(text.equals("111111110"));
            }
        }
    }

    @Test
    void what_has_not_nine_digits_is_refused() {
        assertThat(Taj.isValid("11111111")).isFalse();
        assertThat(Taj.isValid("11111111x")).isFalse();
    }
}
