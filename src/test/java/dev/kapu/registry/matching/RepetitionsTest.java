package dev.kapu.registry.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.SmallHeap;
import java.io.IOException;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One list compared with itself (K2). */
class RepetitionsTest {
    private static final LocalDate BORN = LocalDate.of(2019, 10, 3);

    /** A description and its keys as objects took some two kilobytes. */
    @Test
    void a_hundred_thousand_are_compared_within_forty_megabytes() throws Exception {
        assertThat(SmallHeap.run(40, Many.class)).contains("first again at 0, last again at 99999, strangers found 0");
    }

    @Test
    void the_first_of_all_who_are_the_same_is_named() throws IOException {
        var list = repetitions();
        list.add(person("Kovács", "Anna"));
        list.add(person("Szabó", "Bence"));
        list.add(person("Kovács", "Anna"));

        assertThat(list.add(person("KOVÁCS", "anna"))).isEqualTo(OptionalInt.of(0));
        assertThat(list.add(person("Szabó", "Bence"))).isEqualTo(OptionalInt.of(1));
    }

    @Test
    void names_that_changed_places_do_not_hide_anybody() throws IOException {
        var judge = new Judge(MatchingConfiguration.read(MatchingConfiguration.PARAMETERS));
        var one = person("Kovács", "Anna");
        var other = person("Anna", "Kovács");
        var list = repetitions();
        list.add(one);

        assertThat(list.add(other).isPresent()).isEqualTo(judge.isSame(Profile.of(other), Profile.of(one)));
    }

    /** Else a list of twenty thousand of them would be compared with itself for half an hour. */
    @Test
    void of_many_born_with_one_name_on_one_day_in_one_place_the_first_are_compared() throws IOException {
        var list = repetitions();
        var random = new Random(1);
        var families = Stream.generate(() -> Many.name(random))
                .limit(Repetitions.MOST_COMPARED + 1)
                .toList();
        families.forEach(family -> list.add(person(family, "Anna")));

        assertThat(list.add(person(families.get(Repetitions.MOST_COMPARED - 1), "Anna")))
                .hasValue(Repetitions.MOST_COMPARED - 1);
        assertThat(list.add(person(families.get(Repetitions.MOST_COMPARED), "Anna")))
                .isEmpty();
    }

    @Test
    void twins_are_two() throws IOException {
        var list = repetitions();
        list.add(person("Kovács", "Anna"));

        assertThat(list.add(person("Kovács", "Réka"))).isEmpty();
    }

    @Test
    void what_is_packed_comes_out_as_it_was() {
        var sparse = new Description(
                null, "Özgür", null, null, "Yıldız", "", null, null, "male", null, null, null, "037687210");

        assertThat(Packed.description(Packed.bytes(sparse))).isEqualTo(sparse);
        assertThat(Packed.description(Packed.bytes(person("Kovács", "Anna")))).isEqualTo(person("Kovács", "Anna"));
    }

    private static Repetitions repetitions() throws IOException {
        return new Repetitions(new Judge(MatchingConfiguration.read(MatchingConfiguration.PARAMETERS)));
    }

    private static Description person(String family, String given) {
        return new Description(
                family,
                given,
                family,
                given,
                "Tóth",
                "Erzsébet",
                "Debrecen",
                BORN,
                "female",
                "4024",
                "Debrecen",
                "Piac utca 1.",
                null);
    }

    static final class Many {
        private static final int ALL = 100_000;

        private Many() {}

        public static void main(String[] none) throws IOException {
            var list = repetitions();
            int found = 0;
            for (int i = 0; i < ALL; i++) {
                found += list.add(one(i)).isPresent() ? 1 : 0;
            }
            System.out.printf(
                    "first again at %d, last again at %d, strangers found %d%n",
                    list.add(one(0)).getAsInt(), list.add(one(ALL - 1)).getAsInt(), found);
        }

        private static Description one(int number) {
            var random = new Random(number);
            return person(name(random), name(random));
        }

        private static String name(Random random) {
            return random.ints(9, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());
        }
    }
}
