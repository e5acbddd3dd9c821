package dev.kapu.systems.statistics;

import dev.kapu.contract.institution.InstitutionKind;
import dev.kapu.contract.person.Sex;
import dev.kapu.contract.statistics.Outcome;
import dev.kapu.statistics.Dimension;
import dev.kapu.statistics.Filter;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Filters as the contract writes them. */
final class ContractFilters {
    private ContractFilters() {}

    static Filter filter(dev.kapu.contract.statistics.@Nullable Filter from) {
        if (from == null) {
            return Filter.ALL;
        }
        var values = new EnumMap<Dimension, Set<String>>(Dimension.class);
        put(values, Dimension.INSTITUTION_KIND, from.getInstitutionKind(), InstitutionKind::value);
        put(values, Dimension.SEX, from.getSex(), Sex::value);
        put(values, Dimension.ENTRY_YEAR, from.getEntryYear(), year -> Integer.toString(year));
        put(values, Dimension.GRADE, from.getGrade(), grade -> grade);
        put(values, Dimension.OUTCOME, from.getOutcome(), Outcome::value);
        return new Filter(values);
    }

    private static <T> void put(
            EnumMap<Dimension, Set<String>> values, Dimension dimension, List<T> asked, Function<T, String> word) {
        if (!asked.isEmpty()) {
            var words = new HashSet<String>();
            asked.forEach(value -> words.add(word.apply(value)));
            values.put(dimension, words);
        }
    }
}
