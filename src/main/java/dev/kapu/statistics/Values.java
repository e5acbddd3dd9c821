package dev.kapu.statistics;

import dev.kapu.registry.Sex;
import dev.kapu.registry.institution.Institution;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
