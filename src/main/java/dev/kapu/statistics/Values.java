package dev.kapu.statistics;

import dev.kapu.registry.Sex;
import dev.kapu.registry.institution.Institution;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All that a dimension can say at a term, whether or not anybody is there: nobody's presence adds a value. */
final class Values {
    static final String NO_GRADE = "none";
    /** Who entered earlier is counted with the earliest of these. */
    static final int ENTRY_YEARS = 20;

    static final int LAST_GRADE = 14;

    private Values() {}

    static List<String> of(Dimension dimension, LocalDate term) {
        return switch (dimension) {
            case INSTITUTION_KIND -> words(Institution.Kind.values());
            case SEX -> words(Sex.values());
            case ENTRY_YEAR ->
                IntStream.rangeClosed(SchoolYear.of(term) - ENTRY_YEARS, SchoolYear.of(term))
                        .mapToObj(Integer::toString)
                        .toList();
            case GRADE ->
                Stream.concat(
                                Stream.of(NO_GRADE),
                                IntStream.rangeClosed(1, LAST_GRADE).mapToObj(Integer::toString))
                        .toList();
            case OUTCOME -> words(Outcome.values());
        };
    }

    /** Every value of each with every one of the others. */
    static List<Map<Dimension, String>> combinations(Collection<Dimension> by, LocalDate term) {
        List<Map<Dimension, String>> combinations = List.of(Map.of());
        for (var dimension : by) {
            var values = of(dimension, term);
            combinations = combinations.stream()
                    .flatMap(before -> values.stream().map(value -> {
                        var further = new EnumMap<Dimension, String>(Dimension.class);
                        further.putAll(before);
                        further.put(dimension, value);
                        return (Map<Dimension, String>) further;
                    }))
                    .toList();
        }
        return combinations;
    }

    /** Of a term that was counted when grades were still kept as they were written, the number that counts. */
    static String grade(String kept) {
        if (kept.equals(NO_GRADE)) {
            return kept;
        }
        int number = Integer.parseInt(kept);
        return number >= 1 && number <= LAST_GRADE ? Integer.toString(number) : NO_GRADE;
    }

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
