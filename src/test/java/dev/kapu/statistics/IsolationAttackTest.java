package dev.kapu.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Thousands of sequences of questions, through the code that decides, by somebody who calculates exactly: no group of
 * fewer than ten persons may come out, whatever is added to or taken from what (K25).
 */
class IsolationAttackTest {
    private static final int THRESHOLD = 10;
    private static final int SEQUENCES = 500;
    private static final LocalDate TERM = LocalDate.of(2026, 10, 15);
    private static final int QUESTIONS = 14;
    private static final int TERMS = 5;

    private final Random dice = new Random(20261126);
    private final Questions questions = new Questions(dice);

    @ParameterizedTest
    @EnumSource
    void nobody_is_isolated(Questions.Strategy strategy) {
        int told = 0;
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            var cube = cube();
            var book = book(cube);
            var attacker = new Attacker(persons(cube));

            var learnt = attack(strategy, book, attacker);

            told += learnt.size();
            assertThat(attacker.isolated(THRESHOLD))
                    .as("%s, of %s", learnt, Arrays.toString(persons(cube)))
                    .isEmpty();
        }
        assertThat(told).as("they are not safe by being told nothing").isGreaterThan(2 * SEQUENCES);
    }

    @ParameterizedTest
    @EnumSource
    void nobody_is_isolated_by_asking_again_at_the_terms_that_follow(Questions.Strategy strategy) {
        int told = 0;
        for (int sequence = 0; sequence < SEQUENCES / 4; sequence++) {
            var population = new TestPopulation(dice);
            var learnt = new ArrayList<List<BitSet>>();
            for (int term = 0; term < TERMS; term++) {
                var cube = population.count();
                learnt.add(questions.ask(strategy, book(cube), learnt, QUESTIONS));
                population.move();
            }

            var pasts = population.together();
            var attacker = new Attacker(pasts.persons());
            for (int term = 0; term < TERMS; term++) {
                int at = term;
                learnt.get(term).forEach(group -> attacker.learns(pasts.of(at, group)));
                told += term < 2 ? 0 : learnt.get(term).size();
            }
            assertThat(attacker.isolated(THRESHOLD))
                    .as("%s, of %s, at %s", learnt, pasts.cells(), pasts.persons())
                    .isEmpty();
        }
        assertThat(told).as("nor are they safe by being told nothing").isGreaterThan(SEQUENCES / 4);
    }

    /** @return the groups of cells whose numbers were told */
    private List<BitSet> attack(Questions.Strategy strategy, Book book, Attacker attacker) {
        var learnt = new ArrayList<BitSet>();
        for (int question = 0; question < QUESTIONS; question++) {
            if (strategy == Questions.Strategy.TABLES && question % 3 == 0) {
                learn(questions.table(book), learnt, attacker);
                continue;
            }
            var group = questions.next(strategy, learnt);
            if (book.tell(group).isPresent()) {
                learn(List.of(group), learnt, attacker);
            }
        }
        return learnt;
    }

    private static void learn(List<BitSet> groups, List<BitSet> learnt, Attacker attacker) {
        learnt.addAll(groups);
        groups.forEach(attacker::learns);
    }

    private static int[] persons(Cube cube) {
        return IntStream.range(0, TestPopulation.CELLS)
                .map(cell -> cube.persons(BitSet.valueOf(new long[] {1L << cell})))
                .toArray();
    }

    /** Counted for the first time. */
    private Cube cube() {
        var parts = IntStream.range(0, TestPopulation.CELLS)
                .mapToObj(cell -> new Cube.Part(cell, Cube.Part.NEW, persons()))
                .toList();
        return new Cube(TERM, TestPopulation.cells(), TestPopulation.all(), parts, THRESHOLD);
    }

    /** Often few. */
    private int persons() {
        return dice.nextBoolean() ? dice.nextInt(8) : dice.nextInt(31);
    }

    private static Book book(Cube cube) {
        var ledger = new Ledger(cube.deviations().personsByColumn(), THRESHOLD);
        return new Book(cube, ledger, true, persons -> persons, THRESHOLD, Integer.MAX_VALUE);
    }
}
