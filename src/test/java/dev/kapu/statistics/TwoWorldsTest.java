package dev.kapu.statistics;

import static dev.kapu.statistics.TestPopulation.CELLS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Somebody knows that one person was counted, and asks what became of her: the same questions about two registries that
 * differ in nothing else get the same answers and the same refusals (ADR 43). Numbers of the others are even here, so that
 * no nine of them are ten with her, nor is a rounding border between two even numbers.
 */
class TwoWorldsTest {
    private static final int THRESHOLD = 10;
    private static final int SEQUENCES = 400;
    private static final int QUESTIONS = 16;
    private static final int TERMS = 4;
    private static final int AWAY = -1;
    private static final LocalDate TERM = LocalDate.of(2026, 10, 15);

    private final Random dice = new Random(20261127);

    private record Answers(List<BitSet> told, List<Integer> numbers) {}

    @ParameterizedTest
    @EnumSource
    void whatever_became_of_the_only_one_all_answers_and_refusals_are_the_same(Questions.Strategy strategy) {
        int told = 0;
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            var others = IntStream.range(0, CELLS).map(cell -> others()).toArray();
            long seed = dice.nextLong();

            var answers = IntStream.range(0, CELLS)
                    .mapToObj(fate -> ask(strategy, cube(others, fate), seed))
                    .toList();

            told += answers.get(0).told().size();
            assertThat(answers.stream().map(Answers::told).distinct())
                    .as("of %s others", IntStream.of(others).boxed().toList())
                    .hasSize(1);
            assertDifferByOneAtMost(answers);
        }
        assertThat(told).as("they are not the same for being told nothing").isGreaterThan(SEQUENCES);
    }

    @ParameterizedTest
    @EnumSource
    void nor_do_the_terms_that_follow_tell(Questions.Strategy strategy) {
        int told = 0;
        for (int sequence = 0; sequence < SEQUENCES / 2; sequence++) {
            long seed = dice.nextLong();
            var fate = IntStream.range(0, TERMS)
                    .mapToObj(term -> dice.nextInt(4) == 0 ? AWAY : 2 * dice.nextInt(CELLS / 2))
                    .collect(Collectors.toCollection(ArrayList::new));
            var other = new ArrayList<>(fate);
            other.set(dice.nextInt(TERMS), dice.nextInt(CELLS));

            var one = followed(strategy, seed, fate);

            told += one.stream().mapToInt(List::size).sum();
            assertThat(followed(strategy, seed, other))
                    .as("%s and %s", fate, other)
                    .isEqualTo(one);
        }
        assertThat(told).as("nor for being told nothing").isGreaterThan(2 * SEQUENCES);
    }

    /**
     * What remains: ten are told and nine are not, so whoever knows nine of a group may learn whether she is the tenth.
     * And what is told first of a table changes at twenty, forty and so on.
     */
    @ParameterizedTest
    @EnumSource
    void of_any_others_refusals_differ_only_if_she_could_be_the_tenth_or_twentieth_or_so(Questions.Strategy strategy) {
        int different = 0;
        for (int sequence = 0; sequence < SEQUENCES / 2; sequence++) {
            var others = IntStream.range(0, CELLS)
                    .map(cell -> dice.nextInt(3) == 0 ? 0 : dice.nextInt(25))
                    .toArray();
            long seed = dice.nextLong();

            var one = ask(strategy, cube(others, 0), seed);
            var other = ask(strategy, cube(others, 1 + dice.nextInt(CELLS - 1)), seed);

            if (!one.told().equals(other.told())) {
                different++;
                assertThat(sums(others)).matches(sums -> sums.get(9) || sums.get(19) || sums.get(39) || sums.get(79));
            }
        }
        assertThat(different).as("of %d", SEQUENCES / 2).isLessThan(SEQUENCES / 4);
    }

    private static BitSet sums(int... persons) {
        var sums = new BitSet();
        sums.set(0);
        for (int one : persons) {
            for (int sum = 80; sum >= one; sum--) {
                sums.set(sum, sums.get(sum) || sums.get(sum - one));
            }
        }
        return sums;
    }

    private static void assertDifferByOneAtMost(List<Answers> answers) {
        for (int question = 0; question < answers.get(0).numbers().size(); question++) {
            int at = question;
            var numbers = answers.stream().map(each -> each.numbers().get(at)).collect(Collectors.toSet());
            assertThat(Collections.max(numbers) - Collections.min(numbers)).isLessThanOrEqualTo(1);
        }
    }

    private Answers ask(Questions.Strategy strategy, Cube cube, long seed) {
        var told = new Questions(new Random(seed)).ask(strategy, book(cube), List.of(), QUESTIONS);
        return new Answers(told, told.stream().map(cube::persons).toList());
    }

    private static List<List<BitSet>> followed(Questions.Strategy strategy, long seed, List<Integer> fate) {
        var moves = new Random(seed);
        var population = new TestPopulation(moves).with(fate);
        var questions = new Questions(new Random(seed + 1));
        var told = new ArrayList<List<BitSet>>();
        for (int term = 0; term < TERMS; term++) {
            told.add(questions.ask(strategy, book(population.count()), told, QUESTIONS));
            population.move();
        }
        return told;
    }

    private static Book book(Cube cube) {
        var ledger = new Ledger(cube.deviations().personsByColumn(), THRESHOLD);
        return new Book(cube, ledger, true, persons -> persons, THRESHOLD, Integer.MAX_VALUE);
    }

    private static Cube cube(int[] others, int fate) {
        var parts = IntStream.range(0, CELLS)
                .mapToObj(cell -> new Cube.Part(cell, Cube.Part.NEW, others[cell] + (cell == fate ? 1 : 0)))
                .filter(part -> part.persons() > 0)
                .toList();
        return new Cube(TERM, TestPopulation.cells(), TestPopulation.all(), parts, THRESHOLD);
    }

    /** Often nobody, or few. */
    private int others() {
        return dice.nextInt(3) == 0 ? 0 : 2 * (dice.nextBoolean() ? dice.nextInt(5) : dice.nextInt(20));
    }
}
