package dev.kapu.statistics;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by one or two dimensions. A row with one of two dimensions is a margin; a group without anybody has a row as one
 * of few has, and only what nobody can be in has none.
 *
 * @param total rounded, as all numbers are; rows need not add up to it; null: suppressed
 */
public record Table(@Nullable Integer total, List<Row> rows) {
    /** @param count null: suppressed */
    public record Row(
            Map<Dimension, String> group, @Nullable Integer count) {}

    /** All at once. */
    static Table of(Book book, Filter filter, Collection<Dimension> by) {
        var tabulation = new Tabulation(filter, by);
        tabulation.tell(book, Long.MAX_VALUE);
        return tabulation.told();
    }

    /** Tells all rows of everybody that may be told. */
    static void enter(Book book, List<Dimension> by) {
        book.tell(book.cube().cells(Filter.ALL));
        new Tabulation(Filter.ALL, by).tellRows(book);
    }

    /** Each number is suppressed. */
    public boolean tellsNothing() {
        return total == null && rows.stream().allMatch(row -> row.count() == null);
    }
}
