package dev.kapu.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Each gives the next group to ask for, after those told. */
    private enum Strategy {
        RANDOM,
        /** One cell more or less than a group that was told. */
        SUBTRACTION,
        /** All but a small rest. */
        COMPLEMENT,
        /** Two that were told together, or what they share. */
        UNION,
        /** Ever narrower. */
        NESTED,
        /** By two dimensions, with margins. */
        TABLES
    }

    @ParameterizedTest
    @EnumSource
    void nobody_is_isolated(Strategy strategy) {
        int told = 0;
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            var cube = cube();
            var book = book(
                    cube,
                    new Ledger(cube.personsByColumn(), THRESHOLD),
                    new Ledger(cube.deviations().personsByColumn(), THRESHOLD));
            var attacker = new Attacker(cube.personsByColumn());

            var learnt = attack(strategy, book, attacker);

            told += learnt.size();
            assertThat(attacker.isolated(THRESHOLD))
                    .as("%s, of %s", learnt, cube.columns())
                    .isEmpty();
        }
        assertThat(told).as("they are not safe by being told nothing").isGreaterThan(2 * SEQUENCES);
    }

    @ParameterizedTest
    @EnumSource
    void nobody_is_isolated_by_asking_again_at_the_terms_that_follow(Strategy strategy) {
        int told = 0;
        for (int sequence = 0; sequence < SEQUENCES / 4; sequence++) {
            var population = new TestPopulation(dice);
            var learnt = new ArrayList<List<BitSet>>();
            for (int term = 0; term < TERMS; term++) {
                var cube = population.count();
                learnt.add(attack(strategy, cube, learnt));
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
        assertThat(told).as("nor are they safe by being told nothing").isGreaterThan(2 * SEQUENCES);
    }

    /**
     * Often tables first, as after a count; then what was told at other terms, and what the strategy finds, in any order.
     *
     * @return the groups of cells whose numbers were told
     */
    private List<BitSet> attack(Strategy strategy, Cube cube, List<List<BitSet>> before) {
        var known = new Ledger(cube.personsByColumn(), THRESHOLD);
        if (!before.isEmpty()) {
            before.get(before.size() - 1).forEach(group -> known.know(cube.columnsOfBefore(group)));
        }
        var book = book(cube, known, new Ledger(cube.deviations().personsByColumn(), THRESHOLD));
        var told = new ArrayList<BitSet>();
        if (dice.nextBoolean()) {
            told.addAll(table(book, Filter.ALL, Set.of(Dimension.OUTCOME)));
            told.addAll(table(book, Filter.ALL, Set.of(Dimension.INSTITUTION_KIND, Dimension.OUTCOME)));
        }
        var others = before.stream().flatMap(List::stream).collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(others, dice);
        for (int question = 0; question < QUESTIONS; question++) {
            if (strategy == Strategy.TABLES && question % 3 == 0) {
                told.addAll(table(book));
                continue;
            }
            var group = question < others.size() && dice.nextInt(3) > 0
                    ? others.get(question)
                    : next(strategy, dice.nextBoolean() ? told : others, cube.cells());
            if (book.tell(group).isPresent()) {
                told.add(group);
            }
        }
        return told;
    }

    /** @return the groups of cells whose numbers were told */
    private List<BitSet> attack(Strategy strategy, Book book, Attacker attacker) {
        var learnt = new ArrayList<BitSet>();
        for (int question = 0; question < QUESTIONS; question++) {
            if (strategy == Strategy.TABLES && question % 3 == 0) {
                learn(table(book), learnt, book.cube(), attacker);
                continue;
            }
            var group = next(strategy, learnt, book.cube().cells());
            if (book.tell(group).isPresent()) {
                learn(List.of(group), learnt, book.cube(), attacker);
            }
        }
        return learnt;
    }

    private static void learn(List<BitSet> groups, List<BitSet> learnt, Cube cube, Attacker attacker) {
        learnt.addAll(groups);
        groups.forEach(group -> attacker.learns(cube.columns(group).added()));
    }

    private List<BitSet> table(Book book) {
        var filter = dice.nextBoolean() ? Filter.ALL : Filter.ALL.with(Dimension.SEX, "male");
        var by = dice.nextBoolean()
                ? Set.of(Dimension.INSTITUTION_KIND, Dimension.OUTCOME)
                : Set.of(dice.nextBoolean() ? Dimension.SEX : Dimension.INSTITUTION_KIND);
        return table(book, filter, by);
    }

    private static List<BitSet> table(Book book, Filter filter, Set<Dimension> by) {
        var groups = new ArrayList<BitSet>();
        Table.of(book, filter, by).ifPresent(table -> {
            groups.add(book.cube().cells(filter));
            for (var row : table.rows()) {
                if (row.count() != null) {
                    var cells = book.cube().cells(filter);
                    row.group()
                            .forEach((dimension, value) ->
                                    cells.and(book.cube().cells(Filter.ALL.with(dimension, value))));
                    groups.add(cells);
                }
            }
        });
        return groups;
    }

    private BitSet next(Strategy strategy, List<BitSet> learnt, int cells) {
        var group = learnt.isEmpty()
                ? random(cells)
                : (BitSet) learnt.get(dice.nextInt(learnt.size())).clone();
        switch (strategy) {
            case RANDOM, TABLES -> group = random(cells);
            case SUBTRACTION -> group.flip(dice.nextInt(cells));
            case COMPLEMENT -> {
                group = new BitSet();
                group.set(0, cells);
                group.clear(dice.nextInt(cells));
                group.clear(dice.nextInt(cells));
            }
            case UNION -> {
                var other = learnt.isEmpty() ? random(cells) : learnt.get(dice.nextInt(learnt.size()));
                switch (dice.nextInt(3)) {
                    case 0 -> group.or(other);
                    case 1 -> group.and(other);
                    default -> group.xor(random(cells));
                }
            }
            case NESTED -> {
                group = new BitSet();
                group.set(dice.nextInt(cells), cells);
            }
        }
        return group;
    }

    private BitSet random(int cells) {
        return BitSet.valueOf(new long[] {dice.nextLong() & ((1L << cells) - 1)});
    }

    /** Counted for the first time. */
    private Cube cube() {
        var cells = TestPopulation.cells();
        var parts = IntStream.range(0, cells.size())
                .mapToObj(cell -> new Cube.Part(cell, null, Cube.Part.NEW, persons()))
                .toList();
        return new Cube(TERM, cells, parts, List.of(), THRESHOLD);
    }

    /** Often few. */
    private int persons() {
        return dice.nextBoolean() ? dice.nextInt(8) : dice.nextInt(31);
    }

    private static Book book(Cube cube, Ledger known, Ledger news) {
        return new Book(cube, known, news, true, persons -> persons, Integer.MAX_VALUE, true);
    }
}
