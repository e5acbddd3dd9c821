package dev.kapu.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * @param before the term before; null: it is the first
     * @param threshold so many are a crowd
     */
    Cube cube(LocalDate term, @Nullable LocalDate before, int threshold) {
        var cells = new Cells(term, before);
        var parts = new ArrayList<Cube.Part>();
        jdbc.sql("""
                select past, institution_kind, sex, entry_year, grade, outcome, sum(persons)
                  from statistics_cell
                 where term = ?
                 group by past, institution_kind, sex, entry_year, grade, outcome
                 order by past, institution_kind, sex, entry_year, grade, outcome""").param(term).query((ResultSet row) -> {
            parts.add(new Cube.Part(cells.number(values(row)), row.getObject(1, Integer.class), row.getInt(7)));
        });
        parts.addAll(absent(term));
        return new Cube(term, cells.all(), cells.possible(), parts, threshold);
    }

    private List<Cube.Part> absent(LocalDate term) {
        return jdbc.sql("select past, persons from statistics_absent where term = ? order by past")
                .param(term)
                .query((row, number) -> new Cube.Part(null, row.getInt(1), row.getInt(2)))
                .list();
    }

    private static Map<Dimension, String> values(ResultSet row) throws SQLException {
        var values = new EnumMap<Dimension, String>(Dimension.class);
        values.put(Dimension.INSTITUTION_KIND, row.getString("institution_kind"));
        values.put(Dimension.SEX, row.getString("sex"));
        values.put(Dimension.ENTRY_YEAR, row.getString("entry_year"));
        values.put(Dimension.GRADE, Values.grade(row.getString("grade")));
        values.put(Dimension.OUTCOME, row.getString("outcome"));
        return values;
    }

    /** In the order in which they were entered. */
    List<Told> told(LocalDate term, int afterSerial) {
        return jdbc.sql("select cells, possible from statistics_told where term = ? and serial > ? order by serial")
                .params(term, afterSerial)
                .query((row, number) -> {
                    var possible = row.getBytes(2);
                    return possible == null
                            ? new Told((Integer[]) row.getArray(1).getArray(), new BitSet())
                            : new Told(null, BitSet.valueOf(possible));
                })
                .list();
    }

    /**
     * A group whose number was told.
     *
     * @param populated until V62 only cells with persons were kept, by the numbers of {@code statistics_cell}; since then
     *     null
     * @param cells by the numbers of {@link Cells}
     */
    record Told(Integer @Nullable [] populated, BitSet cells) {}

    /** How many groups; 0 if no term was counted. */
    int toldOfLatest() {
        return jdbc.sql("""
                select coalesce(max(serial), 0) from statistics_told
                 where term = (select max(term) from statistics_term)""").query(Integer.class).single();
    }

    /** By the numbers of {@code statistics_cell}, those of {@link Cells}. */
    Map<Integer, Integer> numbers(LocalDate term) {
        var cells = new Cells(term, null);
        var numbers = new HashMap<Integer, Integer>();
        jdbc.sql("""
                select distinct cell, institution_kind, sex, entry_year, grade, outcome
                  from statistics_cell where term = ?""").param(term).query((ResultSet row) -> {
            numbers.put(row.getInt(1), cells.number(values(row)));
        });
        return numbers;
    }

    void enter(LocalDate term, int serial, BitSet cells) {
        jdbc.sql("insert into statistics_told (term, serial, possible, told_at) values (?, ?, ?, now())")
                .params(term, serial, cells.toByteArray())
                .update();
    }
}
