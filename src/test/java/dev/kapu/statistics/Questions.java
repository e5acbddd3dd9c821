package dev.kapu.statistics;

import static dev.kapu.statistics.TestPopulation.CELLS;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody asks who is after few persons. */
final class Questions {
    private final Random dice;

    Questions(Random dice) {
        this.dice = dice;
    }

    /** Each gives the next group to ask for, after those told. */
    enum Strategy {
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

    /**
     * Often tables first, as after a count; then what was told at other terms, and what the strategy finds, in any order.
     *
     * @return the groups of cells whose numbers were told
     */
    List<BitSet> ask(Strategy strategy, Book book, List<List<BitSet>> before, int questions) {
        var told = new ArrayList<BitSet>();
        if (dice.nextBoolean()) {
            told.addAll(table(book, Filter.ALL, Set.of(Dimension.OUTCOME)));
            told.addAll(table(book, Filter.ALL, Set.of(Dimension.INSTITUTION_KIND, Dimension.OUTCOME)));
        }
        var others = before.stream().flatMap(List::stream).collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(others, dice);
        for (int question = 0; question < questions; question++) {
            if (strategy == Strategy.TABLES && question % 3 == 0) {
                told.addAll(table(book));
                continue;
            }
            var group = question < others.size() && dice.nextInt(3) > 0
                    ? others.get(question)
                    : next(strategy, dice.nextBoolean() ? told : others);
            if (book.tell(group).isPresent()) {
                told.add(group);
            }
        }
        return told;
    }

    /** @return the groups of cells whose numbers were told */
    List<BitSet> table(Book book) {
        var filter = dice.nextBoolean() ? Filter.ALL : Filter.ALL.with(Dimension.SEX, "male");
        var by = dice.nextBoolean()
                ? Set.of(Dimension.INSTITUTION_KIND, Dimension.OUTCOME)
                : Set.of(dice.nextBoolean() ? Dimension.SEX : Dimension.INSTITUTION_KIND);
        return table(book, filter, by);
    }

    static List<BitSet> table(Book book, Filter filter, Set<Dimension> by) {
        var groups = new ArrayList<BitSet>();
        var table = Table.of(book, filter, by);
        if (table.total() != null) {
            groups.add(book.cube().cells(filter));
        }
        for (var row : table.rows()) {
            if (row.count() != null) {
                var cells = book.cube().cells(filter);
                row.group()
                        .forEach((dimension, value) -> cells.and(book.cube().cells(Filter.ALL.with(dimension, value))));
                groups.add(cells);
            }
        }
        return groups;
    }

    BitSet next(Strategy strategy, List<BitSet> learnt) {
        var group = learnt.isEmpty()
                ? random()
                : (BitSet) learnt.get(dice.nextInt(learnt.size())).clone();
        switch (strategy) {
            case RANDOM, TABLES -> group = random();
            case SUBTRACTION -> group.flip(dice.nextInt(CELLS));
            case COMPLEMENT -> {
                group = new BitSet();
                group.set(0, CELLS);
                group.clear(dice.nextInt(CELLS));
                group.clear(dice.nextInt(CELLS));
            }
            case UNION -> {
                var other = learnt.isEmpty() ? random() : learnt.get(dice.nextInt(learnt.size()));
                switch (dice.nextInt(3)) {
                    case 0 -> group.or(other);
                    case 1 -> group.and(other);
                    default -> group.xor(random());
                }
            }
            case NESTED -> {
                group = new BitSet();
                group.set(dice.nextInt(CELLS), CELLS);
            }
        }
        return group;
    }

    private BitSet random() {
        return BitSet.valueOf(new long[] {dice.nextLong() & ((1L << CELLS) - 1)});
    }
}
