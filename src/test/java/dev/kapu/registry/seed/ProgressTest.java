package dev.kapu.registry.seed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final Progress progress = new Progress(2_000_000, 0);

    @Test
    void a_line_shows_share_count_and_rate() {
        assertThat(progress.at(940_000, 15 * SECOND))
                .contains("[##############................]  47 %  940 000 persons  62 666/s");
    }

    @Test
    void lines_come_every_two_seconds_and_at_the_end() {
        assertThat(progress.at(20_000, SECOND)).isEmpty();
        assertThat(progress.at(40_000, 2 * SECOND)).isPresent();
        assertThat(progress.at(60_000, 3 * SECOND)).isEmpty();
        assertThat(progress.at(2_000_000, 3 * SECOND))
                .hasValueSatisfying(line ->
                        assertThat(line).contains("100 %", "2 000 000 persons").doesNotContain("."));
    }
}
