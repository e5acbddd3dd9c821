package dev.kapu.registry.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FebrlTest {
    /** The smallest of the three: the others take minutes on one core, so {@code bench/matching} has them. */
    @Test
    void of_a_file_without_labels_and_numbers_the_duplicates_are_found() {
        var records = read("dataset1");

        var found = new Deduplication<>(records, new FebrlScheme(records), FebrlScheme.rarities(records));

        assertThat(found.at(found.thresholds.look(), Febrl::person).f()).isGreaterThanOrEqualTo(0.995);
        assertThat(found.at(found.thresholds.same(), Febrl::person).f()).isGreaterThanOrEqualTo(0.995);
    }

    @ParameterizedTest
    @CsvSource({"dataset1, 0.714", "dataset2, 0.645", "dataset3, 0.593"})
    void what_is_shipped_takes_hardly_anybody_for_another_and_misses_who_has_too_little_in_the_file(
            String file, double told) throws IOException {
        var judge = new Judge(MatchingConfiguration.read(MatchingConfiguration.PARAMETERS));

        var seen = new ShippedJudge(judge).look(read(file));

        assertThat(seen.precision()).isGreaterThan(0.999);
        assertThat(seen.recall()).as("as docs/performance.md says").isBetween(told - 0.0005, told + 0.0005);
    }

    private static List<Febrl> read(String file) {
        return Febrl.read(Path.of("bench/data/febrl", file + ".csv"));
    }
}
