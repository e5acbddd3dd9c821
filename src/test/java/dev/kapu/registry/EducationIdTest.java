package dev.kapu.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** K1; annex 9 of Government Decree 79/2006. */
class EducationIdTest {
    private static final int SAMPLE = 2_000;

    @ParameterizedTest
    @ValueSource(strings = {"70000000016", "71234567897", "72000000154", "76543210983", "79999999999"})
    void a_valid_id_is_read_as_it_stands(String text) {
        assertThat(EducationId.of(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7000000001", "700000000166", "60000000016", "7000000001x", "-7000000001", "７0000000016"})
    void what_has_not_the_shape_is_refused(String text) {
        assertRefused(text);
    }

    @Test
    void every_single_wrong_digit_is_caught() {
        ids().forEach(id -> {
            for (int place = 0; place < 11; place++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    if (id.charAt(place) != digit) {
                        assertRefused(id.substring(0, place) + digit + id.substring(place + 1));
                    }
                }
            }
        });
    }

    @Test
    void every_adjacent_swap_is_caught_except_that_of_the_last_two_digits() {
        ids().forEach(id -> {
            for (int place = 0; place < 9; place++) {
                if (id.charAt(place) != id.charAt(place + 1)) {
                    assertRefused(
                            id.substring(0, place) + id.charAt(place + 1) + id.charAt(place) + id.substring(place + 2));
                }
            }
        });
    }

    @Test
    void a_serial_with_remainder_ten_is_not_issued() {
        long issued = LongStream.range(0, 11_000)
                .filter(serial -> EducationId.ofSerial(serial).isPresent())
                .count();

        assertThat(issued).isEqualTo(10_000);
    }

    @Test
    void an_id_does_not_show_itself_in_a_log_line() {
        assertThat(EducationId.of("71234567897").toString()).doesNotContain("1234567");
    }

    private static Stream<String> ids() {
        return LongStream.iterate(0, serial -> (serial + 618_033_989) % EducationId.SERIALS)
                .mapToObj(EducationId::ofSerial)
                .flatMap(Optional::stream)
                .map(EducationId::text)
                .limit(SAMPLE);
    }

    private static void assertRefused(String text) {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> EducationId.of(text))
                .extracting(FaultException::fault)
                .isEqualTo(Fault.EDUCATION_ID_INVALID);
    }
}
