package dev.kapu.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Terms, their cells and what was told of them; {@link SnapshotStore} makes them. */
@Component
class StatisticsStore {
    private final JdbcClient jdbc;

    StatisticsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    List<LocalDate> terms() {
        return jdbc.sql("select term from statistics_term order by term desc")
                .query(LocalDate.class)
                .list();
    }

    Optional<LocalDate> latest() {
        return jdbc.sql("select term from statistics_term order by term desc limit 1")
                .query(LocalDate.class)
                .optional();
    }

    Optional<LocalDate> before(LocalDate term) {
        return jdbc.sql("select term from statistics_term where term < ? order by term desc limit 1")
                .param(term)
                .query(LocalDate.class)
                .optional();
    }

    /** Until the transaction ends. */
    void lock(LocalDate term) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 27))")
                .param("statistics " + term)
                .query()
                .singleRow();
    }

    /** @param threshold so many are a crowd */
    Cube cube(LocalDate term, @Nullable LocalDate before, int threshold) {
        var cells = new TreeMap<Integer, Map<Dimension, String>>();
        var parts = new ArrayList<Cube.Part>();
        jdbc.sql("""
                select cell, cell_before, past, institution_kind, sex, entry_year, grade, outcome, persons
                  from statistics_cell
                 where term = ?
                 order by cell, cell_before, past""").param(term).query((ResultSet row) -> {
            cells.put(row.getInt(1), values(row));
            parts.add(new Cube.Part(
                    row.getInt(1), row.getObject(2, Integer.class), row.getObject(3, Integer.class), row.getInt(9)));
        });
        parts.addAll(absent(term));
        var gone = before == null ? List.<Cube.Column>of() : gone(term, before);
        return new Cube(term, List.copyOf(cells.values()), parts, gone, threshold);
    }

    private List<Cube.Part> absent(LocalDate term) {
        return jdbc.sql("select past, persons from statistics_absent where term = ? order by past")
                .param(term)
                .query((row, number) -> new Cube.Part(null, null, row.getInt(1), row.getInt(2)))
                .list();
    }

    private List<Cube.Column> gone(LocalDate term, LocalDate before) {
        return jdbc.sql("""
                with still as (
                    select cell_before as cell, sum(persons) as persons
                      from statistics_cell where term = :term group by cell_before)
                select cell, sum(c.persons) - coalesce(s.persons, 0)
                  from statistics_cell c left join still s using (cell)
                 where c.term = :before
                 group by cell, s.persons
                having sum(c.persons) > coalesce(s.persons, 0)
                 order by cell""")
                .param("term", term)
                .param("before", before)
                .query((row, number) -> new Cube.Column(null, row.getInt(1), row.getInt(2)))
                .list();
    }

    private static Map<Dimension, String> values(ResultSet row) throws SQLException {
        var values = new EnumMap<Dimension, String>(Dimension.class);
        values.put(Dimension.INSTITUTION_KIND, row.getString(4));
        values.put(Dimension.SEX, row.getString(5));
        values.put(Dimension.ENTRY_YEAR, row.getString(6));
        values.put(Dimension.GRADE, row.getString(7));
        values.put(Dimension.OUTCOME, row.getString(8));
        return values;
    }

    /** Groups of cells, in the order in which they were entered. */
    List<BitSet> told(LocalDate term, int afterSerial) {
        return jdbc.sql("select cells from statistics_told where term = ? and serial > ? order by serial")
                .params(term, afterSerial)
                .query((row, number) -> cells((Integer[]) row.getArray(1).getArray()))
                .list();
    }

    private static BitSet cells(Integer[] numbers) {
        var cells = new BitSet();
        for (int number : numbers) {
            cells.set(number);
        }
        return cells;
    }

    void enter(LocalDate term, int serial, BitSet cells) {
        jdbc.sql("insert into statistics_told (term, serial, cells, told_at) values (?, ?, ?, now())")
                .params(term, serial, cells.stream().boxed().toArray(Integer[]::new))
                .update();
    }
}
