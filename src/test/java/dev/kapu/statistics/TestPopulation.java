package dev.kapu.statistics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pupils who come, go, change school and come back in groups, mostly small ones, and are counted at terms as {@link
 * SnapshotStore} counts them. Cells are kinds by sexes by whether one stayed or left, of the same numbers at all terms.
 */
final class TestPopulation {
    static final List<String> KINDS = List.of("primary", "secondary", "vocational");
    static final int CELLS = KINDS.size() * 4;
    private static final int THRESHOLD = 10;

    private final Random dice;
    private final List<Pupil> pupils = new ArrayList<>();
    private final List<Pupil> alone = new ArrayList<>();
    private int term;
    private int pasts;

    private static final class Pupil {
        int persons = 1;
        List<Integer> fate = List.of();
        int group;
        boolean there = true;
        final List<Integer> cells = new ArrayList<>();

        @Nullable
        Integer past = Cube.Part.NEW;

        @Nullable
        Integer before;
    }

    TestPopulation(Random dice) {
        this.dice = dice;
        for (int group = 0; group < CELLS / 2; group++) {
            come(group, 12 + dice.nextInt(25));
        }
    }

    private void come(int group, int persons) {
        for (int i = 0; i < persons; i++) {
            var pupil = new Pupil();
            pupil.group = group;
            pupil.persons = alone.isEmpty() ? 1 : 2;
            pupil.cells.addAll(Collections.nCopies(term, -1));
            pupils.add(pupil);
        }
    }

    /** Of whom it is asked what became of her; the others are two of each. */
    TestPopulation with(List<Integer> fate) {
        pupils.forEach(pupil -> pupil.persons = 2);
        var her = new Pupil();
        her.fate = fate;
        alone.add(her);
        return this;
    }

    /** Some of those who were always together; what they do, and how many, often so that a subtraction would be about few. */
    void move() {
        for (int moves = 1 + dice.nextInt(3); moves > 0; moves--) {
            int group = dice.nextInt(CELLS / 2);
            switch (dice.nextInt(5)) {
                case 0, 1 -> some(true).forEach(pupil -> pupil.there = false);
                case 2 -> some(true).forEach(pupil -> pupil.group = group);
                case 3 -> some(false).forEach(pupil -> pupil.there = true);
                default -> come(group, 1 + dice.nextInt(20));
            }
        }
    }

    private List<Pupil> some(boolean there) {
        var like = pupils.stream().filter(pupil -> pupil.there == there).toList();
        if (like.isEmpty()) {
            return like;
        }
        var one = like.get(dice.nextInt(like.size()));
        var same = like.stream()
                .filter(pupil -> pupil.group == one.group && pupil.cells.equals(one.cells))
                .toList();
        int some = dice.nextInt(3) > 0 ? 1 + dice.nextInt(9) : same.size() - dice.nextInt(9);
        return same.subList(0, Math.max(0, Math.min(some, same.size())));
    }

    /** The next term. */
    Cube count() {
        everybody().forEach(pupil -> pupil.cells.add(cell(pupil)));
        var parts = everybody()
                .filter(pupil -> now(pupil) >= 0 || !isNew(pupil))
                .collect(groupingBy(
                        pupil -> new Cube.Part(there(pupil), pupil.past, 0), summingInt(pupil -> pupil.persons)));
        follow(parts);
        return new Cube(
                LocalDate.of(2026 + term++, 10, 15),
                cells(),
                all(),
                parts.entrySet().stream()
                        .map(entry -> new Cube.Part(
                                entry.getKey().cell(), entry.getKey().past(), entry.getValue()))
                        .toList(),
                THRESHOLD);
    }

    /** Somebody could be in each. */
    static BitSet all() {
        var all = new BitSet();
        all.set(0, CELLS);
        return all;
    }

    private static boolean isNew(Pupil pupil) {
        return pupil.cells.stream().allMatch(cell -> cell < 0);
    }

    private static @Nullable Integer there(Pupil pupil) {
        return now(pupil) < 0 ? null : (Integer) now(pupil);
    }

    private static int now(Pupil pupil) {
        return pupil.cells.get(pupil.cells.size() - 1);
    }

    private Stream<Pupil> everybody() {
        return Stream.concat(pupils.stream(), alone.stream());
    }

    private int cell(Pupil pupil) {
        if (!pupil.fate.isEmpty()) {
            return pupil.fate.get(term);
        }
        return pupil.there ? 2 * pupil.group : pupil.before != null ? pupil.before + 1 : -1;
    }

    private void follow(Map<Cube.Part, Integer> parts) {
        var numbers = new HashMap<Cube.Part, Integer>();
        parts.forEach((part, persons) -> {
            if (part.cell() != null && part.past() != null && persons >= THRESHOLD) {
                numbers.put(part, ++pasts);
            }
        });
        for (var pupil : everybody().toList()) {
            var cell = there(pupil);
            if (cell != null) {
                pupil.past = numbers.get(new Cube.Part(cell, pupil.past, 0));
            }
            pupil.before = cell != null && cell % 2 == 0 ? cell : null;
        }
    }

    /** Who were in the same cells at all terms are never told apart. */
    Pasts together() {
        var persons = pupils.stream().collect(groupingBy(pupil -> pupil.cells, summingInt(pupil -> pupil.persons)));
        return new Pasts(
                List.copyOf(persons.keySet()),
                persons.values().stream().mapToInt(Integer::intValue).toArray());
    }

    record Pasts(List<List<Integer>> cells, int[] persons) {
        BitSet of(int term, BitSet group) {
            var found = new BitSet();
            IntStream.range(0, cells.size())
                    .filter(i -> cells.get(i).get(term) >= 0
                            && group.get(cells.get(i).get(term)))
                    .forEach(found::set);
            return found;
        }
    }

    static List<Map<Dimension, String>> cells() {
        var cells = new ArrayList<Map<Dimension, String>>();
        for (var kind : KINDS) {
            for (var sex : List.of("female", "male")) {
                for (var outcome : List.of("stayed", "left")) {
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
}
