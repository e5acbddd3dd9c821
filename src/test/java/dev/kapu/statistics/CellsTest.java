package dev.kapu.statistics;

import static dev.kapu.statistics.Dimension.ENTRY_YEAR;
import static dev.kapu.statistics.Dimension.GRADE;
import static dev.kapu.statistics.Dimension.INSTITUTION_KIND;
import static dev.kapu.statistics.Dimension.OUTCOME;
import static dev.kapu.statistics.Dimension.SEX;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where nobody can be follows from what the values mean, and from nobody's data. */
class CellsTest {
    private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 15);
    private static final LocalDate SPRING = LocalDate.of(2027, 2, 15);

    @Test
    void at_the_first_term_everybody_is_new_or_has_stayed() {
        assertThat(isPossible(null, "primary", "2020", "7", "stayed")).isTrue();
        assertThat(isPossible(null, "primary", "2026", "1", "new")).isTrue();
        assertThat(isPossible(null, "primary", "2024", "3", "new")).isFalse();
        assertThat(isPossible(null, "primary", "2020", "7", "left")).isFalse();
    }

    @Test
    void who_was_counted_before_has_entered_before_and_repeats_or_finishes_in_another_school_year() {
        var before = LocalDate.of(2026, 2, 15);
        assertThat(isPossible(before, "primary", "2025", "1", "repeated")).isTrue();
        assertThat(isPossible(before, "primary", "2026", "1", "repeated")).isFalse();
        assertThat(isPossible(before, "primary", "2026", "1", "new")).isTrue();
        assertThat(isPossible(before, "primary", "2020", "1", "promoted")).isFalse();
        assertThat(isPossible(before, "primary", "2020", "none", "promoted")).isFalse();
        assertThat(isPossible(before, "secondary", "2014", "12", "finished")).isTrue();
        assertThat(at(new Cells(SPRING, AUTUMN), "primary", "2026", "1", "stayed"))
                .isTrue();
        assertThat(at(new Cells(SPRING, AUTUMN), "secondary", "2014", "12", "finished"))
                .isFalse();
    }

    @Test
    void nobody_is_a_student_where_the_registry_takes_none() {
        assertThat(isPossible(null, "kindergarten", "2020", "none", "stayed")).isFalse();
        assertThat(isPossible(null, "dormitory", "2020", "9", "stayed")).isFalse();
        assertThat(isPossible(null, "arts", "2020", "9", "stayed")).isTrue();
    }

    @Test
    void the_numbers_by_which_groups_are_kept_stay_as_they_are() {
        var cells = new Cells(AUTUMN, null);

        assertThat(cells.all()).hasSize(6 * 2 * 21 * 15 * 7);
        assertThat(cells.number(cell("kindergarten", "2006", "none", "new"))).isZero();
        assertThat(cells.number(cell("primary", "2020", "7", "left"))).isEqualTo(((2 * 21 + 14) * 15 + 7) * 7 + 5);
    }

    @Test
    void of_groups_kept_before_the_widest_with_the_same_persons_is_taken() {
        var cells = new Cells(AUTUMN, null);
        int seventh = cells.number(cell("primary", "2020", "7", "stayed"));
        int eighth = cells.number(cell("primary", "2019", "8", "stayed"));
        int arts = cells.number(cell("arts", "2019", "8", "stayed"));
        var cube = new Cube(
                AUTUMN,
                cells.all(),
                cells.possible(),
                List.of(new Cube.Part(seventh, 0, 20), new Cube.Part(eighth, 0, 30), new Cube.Part(arts, 0, 4)),
                10);
        var earlier = new EarlierGroups(cube, Map.of(0, seventh, 1, eighth, 2, arts));

        assertThat(earlier.cells(new StatisticsStore.Told(new Integer[] {0, 1, 2}, new BitSet())))
                .isEqualTo(cube.cells(Filter.ALL));
        assertThat(earlier.cells(new StatisticsStore.Told(new Integer[] {2}, new BitSet())))
                .isEqualTo(cube.cells(Filter.ALL.with(INSTITUTION_KIND, "arts")));
        assertThat(earlier.cells(new StatisticsStore.Told(null, cells.possible())))
                .isEqualTo(cells.possible());
    }

    private static boolean isPossible(
            @Nullable LocalDate before, String kind, String entryYear, String grade, String outcome) {
        return at(new Cells(AUTUMN, before), kind, entryYear, grade, outcome);
    }

    private static boolean at(Cells cells, String kind, String entryYear, String grade, String outcome) {
        return cells.possible().get(cells.number(cell(kind, entryYear, grade, outcome)));
    }

    private static Map<Dimension, String> cell(String kind, String entryYear, String grade, String outcome) {
        return new EnumMap<>(
                Map.of(INSTITUTION_KIND, kind, SEX, "female", ENTRY_YEAR, entryYear, GRADE, grade, OUTCOME, outcome));
    }
}
