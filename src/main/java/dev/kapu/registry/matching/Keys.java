package dev.kapu.registry.matching;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a person is found by: any two descriptions of one person should share a key, and few of different persons. Day
 * and month count in either order, names by their consonants, and each key does without what others rely on.
 */
final class Keys {
    enum Kind {
        BIRTH_AND_GIVEN,
        BIRTH_AND_MOTHER,
        BIRTH_FAMILY_AND_PLACE,
        YEAR_GIVEN_AND_MOTHER,
        NAME_AND_MOTHER,
        YEAR_NAME_AND_PLACE,
        YEAR_FAMILIES_AND_PLACE,
        MOTHER_AND_HOME,
        TAJ,
        /** What must agree exactly in those who are the same beyond doubt. Nobody is kept under it. */
        SAMENESS
    }

    private static final Set<Kind> STRONG = EnumSet.of(
            Kind.BIRTH_AND_GIVEN, Kind.BIRTH_AND_MOTHER, Kind.YEAR_GIVEN_AND_MOTHER, Kind.NAME_AND_MOTHER, Kind.TAJ);

    /** Of each part of a name: keys are made of all pairs of words, and of all threes. Who has more of them is found by these. */
    private static final int MOST_WORDS = 6;

    private static final int MOST_WORDS_OF_MOTHER = 4;

    private final Map<Kind, Set<Long>> all = new EnumMap<>(Kind.class);

    private Keys() {}

    /** Birth and one part of the name, each exactly. */
    static long birthAnd(Name part, Profile person) {
        return hash(Kind.SAMENESS, String.valueOf(person.birthDate()), person.birthPlace(), part.value());
    }

    /** Under which a person is kept. */
    static Keys kept(Profile person) {
        return new Keys().addAll(person, person.given().all());
    }

    /** By which somebody is looked for: perhaps family and given name changed places. */
    static Keys asked(Profile person) {
        return new Keys().addAll(person, person.words());
    }

    Set<Long> of(Kind kind) {
        return all.getOrDefault(kind, Set.of());
    }

    long[] numbers() {
        return numbers(EnumSet.allOf(Kind.class));
    }

    /** Two descriptions of one person that were written independently share at least one of these, as a rule. */
    long[] strong() {
        return numbers(STRONG);
    }

    private long[] numbers(Set<Kind> kinds) {
        return kinds.stream()
                .flatMapToLong(kind -> of(kind).stream().mapToLong(Long::longValue))
                .toArray();
    }

    private Keys addAll(Profile person, List<String> words) {
        var given = skeletons(words, 2 * MOST_WORDS);
        var own = skeletons(person.given().all(), MOST_WORDS);
        var family = skeletons(person.family().all(), MOST_WORDS);
        var mothers = mothers(person);
        var born = person.birthDate();
        if (born != null) {
            var birth = eitherOrder(born);
            var year = Integer.toString(born.getYear());
            given.forEach(name -> add(Kind.BIRTH_AND_GIVEN, birth, name));
            mothers.forEach(mother -> add(Kind.BIRTH_AND_MOTHER, birth, mother));
            mothers.forEach(mother -> own.forEach(name -> add(Kind.YEAR_GIVEN_AND_MOTHER, year, name, mother)));
            if (!person.birthPlace().isEmpty()) {
                var place = Sound.skeleton(person.birthPlace());
                var maiden = skeletons(person.motherFamily().own(), MOST_WORDS_OF_MOTHER);
                family.forEach(name -> add(Kind.BIRTH_FAMILY_AND_PLACE, birth, name, place));
                names(family, own).forEach(name -> add(Kind.YEAR_NAME_AND_PLACE, year, name, place));
                names(family, maiden).forEach(both -> add(Kind.YEAR_FAMILIES_AND_PLACE, year, both, place));
            }
        }
        mothers.forEach(mother -> names(family, own).forEach(name -> add(Kind.NAME_AND_MOTHER, name, mother)));
        if (!person.street().isEmpty()) {
            mothers.forEach(mother -> add(Kind.MOTHER_AND_HOME, mother, person.settlement(), person.street()));
        }
        if (!person.taj().isEmpty()) {
            add(Kind.TAJ, person.taj());
        }
        return this;
    }

    private static List<String> mothers(Profile person) {
        var given = skeletons(person.motherGiven().own(), 1);
        var family = skeletons(person.motherFamily().own(), MOST_WORDS_OF_MOTHER);
        return names(family, given);
    }

    private static List<String> skeletons(List<String> words, int most) {
        return words.stream().map(Sound::skeleton).distinct().limit(most).toList();
    }

    /** Each family name with each given name, in one order whichever way round they were written. */
    private static List<String> names(List<String> family, List<String> given) {
        return family.stream()
                .flatMap(one -> given.stream().map(other -> sorted(one, other)))
                .distinct()
                .toList();
    }

    private static String sorted(String one, String other) {
        return one.compareTo(other) <= 0 ? one + "+" + other : other + "+" + one;
    }

    private static String eitherOrder(LocalDate date) {
        int day = date.getDayOfMonth();
        int month = date.getMonthValue();
        return date.getYear() + "-" + Math.min(day, month) + "-" + Math.max(day, month);
    }

    private void add(Kind kind, String... parts) {
        all.computeIfAbsent(kind, any -> new LinkedHashSet<>()).add(hash(kind, parts));
    }

    /** FNV-1a, and the finish of MurmurHash3: keys are stored, so they must not change with the version of Java. */
    private static long hash(Kind kind, String... parts) {
        long hash = 0xcbf29ce484222325L;
        for (var part :
                Stream.concat(Stream.of(kind.name()), Arrays.stream(parts)).toList()) {
            for (int i = 0; i < part.length(); i++) {
                hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ 0xffff) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
