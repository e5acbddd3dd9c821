package dev.kapu.registry.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FebrlTest {
    /** The smallest of the three; {@code bench/matching} takes all. */
    @Test
    void of_a_file_without_labels_and_numbers_the_duplicates_are_found() {
        var records = Febrl.read(Path.of("bench/data/febrl/dataset1.csv"));

        var found = new Deduplication<>(records, new FebrlScheme(records), FebrlScheme.rarities(records));

        assertThat(found.at(found.thresholds.look(), Febrl::person).f()).isGreaterThanOrEqualTo(0.995);
        assertThat(found.at(found.thresholds.same(), Febrl::person).f()).isGreaterThanOrEqualTo(0.995);
    }

    @Test
    void what_is_shipped_takes_hardly_anybody_for_another_and_misses_who_has_too_little_in_the_file()
            throws IOException {
        var judge = new Judge(MatchingConfiguration.read(MatchingConfiguration.PARAMETERS));

        var seen = new ShippedJudge(judge).look(Febrl.read(Path.of("bench/data/febrl/dataset1.csv")));

        assertThat(seen.precision()).isGreaterThan(0.999);
        assertThat(seen.recall()).isBetween(0.6, 0.8);
    }
}
