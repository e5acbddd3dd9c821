package dev.kapu.registry.identification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.registry.EducationId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** ADR 25. */
class AllowanceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 15);

    @Test
    void a_village_school_may_be_wrong_as_often_as_is_set() {
        var allowance = new Allowance(300, 2);

        right(allowance, 80, DAY);

        assertThat(allowance.on(DAY)).isEqualTo(300);
    }

    @Test
    void a_centre_may_be_wrong_in_a_share_of_the_persons_it_names_rightly() {
        var allowance = new Allowance(300, 2);

        right(allowance, 30_000, DAY);
        right(allowance, 30_000, DAY);

        assertThat(allowance.on(DAY)).isEqualTo(600);
    }

    @Test
    void the_last_day_of_an_application_begins_with_the_share_of_the_day_before() {
        var allowance = new Allowance(300, 2);
        right(allowance, 30_000, DAY);

        assertThat(allowance.on(DAY.plusDays(1))).isEqualTo(600);

        right(allowance, 40_000, DAY.plusDays(1));
        assertThat(allowance.on(DAY.plusDays(1))).isEqualTo(800);
        assertThat(allowance.on(DAY.plusDays(2))).isEqualTo(800);
        assertThat(allowance.on(DAY.plusDays(3))).as("after a day without any").isEqualTo(300);
    }

    @Test
    void no_number_of_right_questions_opens_the_whole_country() {
        var allowance = new Allowance(300, 2);

        right(allowance, Allowance.MOST_PERSONS + 1_000, DAY);

        assertThat(allowance.on(DAY)).isEqualTo(5_000);
    }

    private static void right(Allowance allowance, long persons, LocalDate day) {
        LongStream.iterate(1, serial -> serial + 1)
                .mapToObj(EducationId::ofSerial)
                .flatMap(Optional::stream)
                .limit(persons)
                .forEach(id -> allowance.right(id, day));
    }
}
