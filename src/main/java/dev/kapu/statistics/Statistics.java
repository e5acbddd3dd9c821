package dev.kapu.statistics;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Numbers about types of groups (K25): rounded, and never such that one about few persons can be calculated (ADR 29). */
@Component
public class Statistics {
    private final Books books;
    private final StatisticsStore store;
    private final Snapshots snapshots;
    private final StatisticsProperties properties;

    Statistics(Books books, StatisticsStore store, Snapshots snapshots, StatisticsProperties properties) {
        this.books = books;
        this.store = store;
        this.snapshots = snapshots;
        this.properties = properties;
    }

    /** @param table by outcome */
    public record CohortTerm(LocalDate term, Table table) {}

    /** The latest first; only of it anything new is told. */
    public List<LocalDate> terms() {
        return store.terms();
    }

    /**
     * @throws FaultException {@code Client.Statistics.TermNotFound}, {@code Client.Numbers.NotCountedYet}, {@code
     *     Client.Statistics.ValueUnknown}, {@code Client.Statistics.TooFine}, {@code Client.Statistics.TermFull}, or
     *     {@code Client.Statistics.TermClosed}: only the latest term is told anew; {@code Server.Busy}
     */
    public int group(LocalDate term, Filter filter) {
        requireTerm(term);
        filter.requireValuesOf(term);
        return books.with(term, book -> book.tell(book.cube().cells(filter)).orElseThrow(() -> refusal(book)));
    }

    /**
     * As {@link #group}, by one or two dimensions. A wide one is told in turns, with other questions in between; of two
     * wide ones at once the second hears {@code Server.Busy}.
     *
     * @param by not the same twice
     */
    public Table table(LocalDate term, Filter filter, Set<Dimension> by) {
        requireTerm(term);
        filter.requireValuesOf(term);
        var tabulation = new Tabulation(filter, by);
        if (books.with(term, book -> goesOn(tabulation, book))) {
            books.inTurns(term, book -> goesOn(tabulation, book));
        }
        var table = tabulation.told();
        if (table.tellsNothing()) {
            throw books.with(term, Statistics::refusal);
        }
        return table;
    }

    /**
     * What has become of those who entered in one school year, by terms.
     *
     * @param filter by anything but the entry year
     * @throws FaultException {@code Client.Statistics.ValueUnknown}; {@code Client.Statistics.TooFine} if nothing may be
     *     told of any term; {@code Client.Numbers.NotCountedYet} if there is none; {@code Client.Statistics.TermFull}
     */
    public List<CohortTerm> cohort(int entryYear, Filter filter) {
        if (filter.values().containsKey(Dimension.ENTRY_YEAR)) {
            throw new FaultException(Fault.INVALID, Dimension.ENTRY_YEAR.word());
        }
        var terms = new ArrayList<>(terms());
        if (terms.isEmpty()) {
            throw new FaultException(Fault.NOT_COUNTED_YET);
        }
        Collections.reverse(terms);
        var year = Integer.toString(entryYear);
        var cohort = filter.with(Dimension.ENTRY_YEAR, year);
        terms.removeIf(term -> !Values.of(Dimension.ENTRY_YEAR, term).contains(year));
        if (terms.isEmpty()) {
            throw new FaultException(Fault.STATISTICS_VALUE_UNKNOWN, Dimension.ENTRY_YEAR.word());
        }
        terms.forEach(filter::requireValuesOf);
        var told = terms.stream()
                .map(term ->
                        new CohortTerm(term, books.with(term, book -> table(book, cohort, Set.of(Dimension.OUTCOME)))))
                .toList();
        if (told.stream().allMatch(term -> term.table().tellsNothing())) {
            throw new FaultException(Fault.STATISTICS_TOO_FINE);
        }
        return told;
    }

    private boolean goesOn(Tabulation tabulation, Book book) {
        boolean more = tabulation.tell(book, properties.turn().toNanos());
        if (book.full()) {
            throw refusal(book);
        }
        return more;
    }

    private void requireTerm(LocalDate term) {
        if (!terms().contains(term)) {
            throw snapshots.isToCome(term)
                    ? new FaultException(Fault.NOT_COUNTED_YET)
                    : new FaultException(Fault.STATISTICS_TERM_NOT_FOUND, "term");
        }
    }

    /** A row is suppressed because of persons only, and not because the term is full. */
    private static Table table(Book book, Filter filter, Set<Dimension> by) {
        var table = Table.of(book, filter, by);
        if (book.full()) {
            throw refusal(book);
        }
        return table;
    }

    private static FaultException refusal(Book book) {
        if (book.full()) {
            return new FaultException(Fault.STATISTICS_TERM_FULL);
        }
        return new FaultException(book.latest() ? Fault.STATISTICS_TOO_FINE : Fault.STATISTICS_TERM_CLOSED);
    }
}
