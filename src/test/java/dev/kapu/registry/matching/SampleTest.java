package dev.kapu.registry.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What bench/matching measures at large, in small. */
class SampleTest {
    @Test
    void who_comes_again_is_refused_or_looked_at_and_who_is_new_is_let_in() throws IOException {
        var judge = new Judge(MatchingConfiguration.read(MatchingConfiguration.PARAMETERS));

        var trial = Trial.of(Sample.of(5_000, 2_000, 5_000, 42), judge);

        assertThat(trial.look().recall()).isGreaterThanOrEqualTo(0.99);
        assertThat(trial.same().recall()).isGreaterThan(0.4);
        assertThat(trial.same().precision()).isEqualTo(1);
        assertThat(trial.strangers()).isGreaterThan(4_000);
        assertThat(trial.refused()).isZero();
        assertThat(trial.lookedAt()).isLessThan(trial.strangers() / 50);
    }
}
