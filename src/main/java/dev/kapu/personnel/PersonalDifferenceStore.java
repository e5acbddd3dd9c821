package dev.kapu.personnel;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.history.FurtherRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PersonalDifferenceStore {
    private final JdbcClient jdbc;

    PersonalDifferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As they were found on the day of the latest comparison of each institution. */
    List<FurtherRecord> of(List<EducationId> all) {
        return jdbc.sql("""
                select institution_code, day, type, difference, array_to_string(fields, ', ') as fields
                  from personnel_difference join personnel_comparison using (institution_code)
                 where education_id = any (?) order by day, institution_code, type""")
                .param(all.stream().map(EducationId::number).toArray(Long[]::new))
                .query((row, n) -> difference(row))
                .list();
    }

    private static FurtherRecord difference(ResultSet row) throws SQLException {
        return new FurtherRecord(
                "personnel-difference",
                row.getObject("day", LocalDate.class)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant(),
                null,
                row.getString("institution_code"),
                Map.of(
                        "type", row.getString("type"),
                        "difference", row.getString("difference"),
                        "fields", row.getString("fields")));
    }
}
