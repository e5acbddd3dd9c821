package dev.kapu.registry.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private static final List<Field> FIELDS = new PersonScheme().fields();

    @Test
    void what_is_written_is_read_again() throws IOException {
        var shipped = MatchingConfiguration.read(MatchingConfiguration.PARAMETERS);

        var again = Parameters.read(shipped.lines(FIELDS), FIELDS);

        assertThat(again.lines(FIELDS))
                .containsExactlyElementsOf(shipped.lines(FIELDS).toList());
        assertThat(again.thresholds().look()).isLessThan(again.thresholds().same());
    }

    @Test
    void a_file_that_lacks_something_is_refused_with_what_it_lacks() {
        assertThatThrownBy(() -> Parameters.read(Stream.of("threshold,look,10"), FIELDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no line begins with");
    }

    @Test
    void agreement_on_a_rare_name_says_more_than_on_a_common_one() throws IOException {
        var weights = new Weights(
                FIELDS,
                MatchingConfiguration.read(MatchingConfiguration.PARAMETERS).model());

        assertThat(weights.of(family("zsombolyai"))).isGreaterThan(weights.of(family("nagy")) + 3);
    }

    private static Agreement family(String value) {
        var agreement = new Agreement(FIELDS.size());
        agreement.set(PersonScheme.FAMILY, Field.EXACT, value);
        return agreement;
    }
}
