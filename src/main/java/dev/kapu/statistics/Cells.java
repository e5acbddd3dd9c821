package dev.kapu.statistics;

import dev.kapu.registry.affiliation.AffiliationRules;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.institution.Institution;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a term, by numbers that depend on the term alone and not on who is where; groups that were told are kept by
 * them. In some nobody can be, whatever is counted: that follows from what the values mean, and is no secret (ADR 43).
 */
final class Cells {
    private static final Set<String> OF_THE_FIRST_TERM = Set.of(Outcome.NEW.word(), Outcome.STAYED.word());
    private static final Set<String> OF_A_NEW_YEAR = Set.of(Outcome.REPEATED.word(), Outcome.FINISHED.word());
    private static final Set<String> OF_A_GRADE = Set.of(Outcome.REPEATED.word(), Outcome.FINISHED.word());
    private static final Set<String> WITH_STUDENTS = Arrays.stream(Institution.Kind.values())
            .filter(kind -> AffiliationRules.canBe(AffiliationType.STUDENT, kind))
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());

    private final LocalDate term;
    private final @Nullable LocalDate before;
    private final List<Map<Dimension, String>> all;
    private final Map<Map<Dimension, String>, Integer> numbers = new HashMap<>();

    /** @param before the term before; null: it is the first */
    Cells(LocalDate term, @Nullable LocalDate before) {
        this.term = term;
        this.before = before;
        this.all = Values.combinations(Arrays.asList(Dimension.values()), term);
        for (int number = 0; number < all.size(); number++) {
            numbers.put(all.get(number), number);
        }
    }

    List<Map<Dimension, String>> all() {
        return all;
    }

    int number(Map<Dimension, String> values) {
        var number = numbers.get(values);
        if (number == null) {
            throw new IllegalStateException("Somebody was counted as what no dimension says");
        }
        return number;
    }

    BitSet possible() {
        var possible = new BitSet();
        for (int number = 0; number < all.size(); number++) {
            possible.set(number, isPossible(all.get(number)));
        }
        return possible;
    }

    private boolean isPossible(Map<Dimension, String> cell) {
        var outcome = cell.getOrDefault(Dimension.OUTCOME, "");
        var grade = cell.getOrDefault(Dimension.GRADE, "");
        return WITH_STUDENTS.contains(cell.getOrDefault(Dimension.INSTITUTION_KIND, ""))
                && isOutcomeOfTheTerm(outcome)
                && isOutcomeOfTheGrade(outcome, grade)
                && isOutcomeOfTheEntry(outcome, Integer.parseInt(cell.getOrDefault(Dimension.ENTRY_YEAR, "")));
    }

    private boolean isOutcomeOfTheTerm(String outcome) {
        if (before == null) {
            return OF_THE_FIRST_TERM.contains(outcome);
        }
        return SchoolYear.of(before) != SchoolYear.of(term) || !OF_A_NEW_YEAR.contains(outcome);
    }

    private static boolean isOutcomeOfTheGrade(String outcome, String grade) {
        if (grade.equals(Values.NO_GRADE)) {
            return !OF_A_GRADE.contains(outcome) && !outcome.equals(Outcome.PROMOTED.word());
        }
        return !(outcome.equals(Outcome.PROMOTED.word()) && grade.equals("1"));
    }

    /** Whoever was counted at the term before had entered by then. At the first, only who entered since the last day is new. */
    private boolean isOutcomeOfTheEntry(String outcome, int entryYear) {
        boolean isNew = outcome.equals(Outcome.NEW.word());
        if (before == null) {
            return !isNew || entryYear >= SchoolYear.of(term) - 1;
        }
        return isNew || entryYear <= SchoolYear.of(before);
    }
}
