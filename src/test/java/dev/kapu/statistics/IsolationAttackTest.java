package dev.kapu.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
    private static final List<String> KINDS = List.of("primary", "secondary", "vocational");

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
            var book = book(cube, new Ledger(cube.personsByColumn(), THRESHOLD));
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
    void nobody_is_isolated_by_asking_again_at_the_next_term(Strategy strategy) {
        for (int sequence = 0; sequence < SEQUENCES / 2; sequence++) {
            var next = next();
            var before = before(next);
            var first = book(before, new Ledger(before.personsByColumn(), THRESHOLD));
            var attacker = new Attacker(next.personsByColumn());
            var ledger = new Ledger(next.personsByColumn(), THRESHOLD);
            for (var group : attack(strategy, first, new Attacker(before.personsByColumn()))) {
                attacker.learns(next.columnsOfBefore(group));
                ledger.know(next.columnsOfBefore(group));
            }

            var learnt = attack(strategy, book(next, ledger), attacker);

            assertThat(attacker.isolated(THRESHOLD))
                    .as("%s, of %s", learnt, next.columns())
                    .isEmpty();
        }
    }

    /** @return the groups of cells whose numbers were told */
    private List<BitSet> attack(Strategy strategy, Book book, Attacker attacker) {
        var learnt = new ArrayList<BitSet>();
        for (int question = 0; question < 14; question++) {
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
        groups.forEach(group -> attacker.learns(cube.columns(group)));
    }

    private List<BitSet> table(Book book) {
        var filter = dice.nextBoolean() ? Filter.ALL : Filter.ALL.with(Dimension.SEX, "male");
        var by = dice.nextBoolean()
                ? Set.of(Dimension.INSTITUTION_KIND, Dimension.OUTCOME)
                : Set.of(dice.nextBoolean() ? Dimension.SEX : Dimension.INSTITUTION_KIND);
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

    /** Twelve cells: three kinds, two sexes, two outcomes. */
    private Cube cube() {
        var cells = cells(List.of("new", "left"));
        var columns = IntStream.range(0, cells.size())
                .mapToObj(cell -> new Cube.Column(cell, null, persons()))
                .toList();
        return new Cube(TERM, cells, columns);
    }

    /** Six cells that were two before, or nowhere, and some who had gone. */
    private Cube next() {
        var cells = cells(List.of("new"));
        var columns = new ArrayList<Cube.Column>();
        for (int cell = 0; cell < cells.size(); cell++) {
            columns.add(new Cube.Column(cell, dice.nextInt(4), persons()));
            columns.add(new Cube.Column(cell, dice.nextInt(3) == 0 ? null : dice.nextInt(4), persons()));
        }
        columns.add(new Cube.Column(null, 4, persons()));
        return new Cube(TERM.plusMonths(4), cells, columns);
    }

    private static Cube before(Cube next) {
        var cells = cells(List.of("new")).subList(0, 5);
        var columns = IntStream.range(0, cells.size())
                .mapToObj(cell -> new Cube.Column(cell, null, size(next, cell)))
                .toList();
        return new Cube(TERM, cells, columns);
    }

    private static int size(Cube next, int before) {
        var cell = new BitSet();
        cell.set(before);
        return next.columnsOfBefore(cell).stream()
                .map(column -> next.columns().get(column).persons())
                .sum();
    }

    private static List<Map<Dimension, String>> cells(List<String> outcomes) {
        var cells = new ArrayList<Map<Dimension, String>>();
        for (var kind : KINDS) {
            for (var sex : List.of("female", "male")) {
                for (var outcome : outcomes) {
                    cells.add(Map.of(
                            Dimension.INSTITUTION_KIND,
                            kind,
                            Dimension.SEX,
                            sex,
                            Dimension.OUTCOME,
                            outcome,
                            Dimension.GRADE,
                            "1",
                            Dimension.ENTRY_YEAR,
                            "2020"));
                }
            }
        }
        return cells;
    }

    /** Often few. */
    private int persons() {
        return dice.nextBoolean() ? dice.nextInt(8) : dice.nextInt(31);
    }

    private static Book book(Cube cube, Ledger ledger) {
        return new Book(cube, ledger, true, persons -> persons, Integer.MAX_VALUE);
    }
}
