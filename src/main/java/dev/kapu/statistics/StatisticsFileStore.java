package dev.kapu.statistics;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.history.FurtherRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of a person in what statistics are made of; no other query reads them by person. */
@Component
class StatisticsFileStore {
    private final JdbcClient jdbc;

    StatisticsFileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FurtherRecord> of(List<EducationId> all) {
        var ids = all.stream().map(EducationId::number).toArray(Long[]::new);
        return Stream.concat(latest(ids).stream(), gone(ids).stream()).toList();
    }

    private List<FurtherRecord> latest(Long[] ids) {
        return jdbc.sql("""
                select taken_at, term, institution_code, institution_kind as "institutionKind", sex,
                       entry_year as "entryYear", grade, outcome, past
                  from statistics_term join statistics_latest using (term)
                 where education_id = any (?) order by term""")
                .param(ids)
                .query((row, n) -> new FurtherRecord(
                        "statistics-count", taken(row), null, row.getString("institution_code"), counted(row)))
                .list();
    }

    /** Kept without a moment of its own: as of the latest count. */
    private List<FurtherRecord> gone(Long[] ids) {
        return jdbc.sql("""
                select coalesce((select max(taken_at) from statistics_term), now()) as taken_at, past
                  from statistics_gone where education_id = any (?)""")
                .param(ids)
                .query((row, n) -> new FurtherRecord("statistics-past", taken(row), null, null, past(row)))
                .list();
    }

    private static Map<String, String> counted(ResultSet row) throws SQLException {
        var data = new LinkedHashMap<>(past(row));
        for (var name : List.of("term", "institutionKind", "sex", "entryYear", "grade", "outcome")) {
            data.put(name, row.getString(name));
        }
        return data;
    }

    /** Whoever was counted alike at all terms has the same number; without one, nobody is followed. */
    private static Map<String, String> past(ResultSet row) throws SQLException {
        var past = row.getString("past");
        return past == null ? Map.of() : Map.of("past", past);
    }

    private static Instant taken(ResultSet row) throws SQLException {
        return row.getObject("taken_at", OffsetDateTime.class).toInstant();
    }
}
