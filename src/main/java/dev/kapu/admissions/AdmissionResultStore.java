package dev.kapu.admissions;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AdmissionResultStore {
    private final JdbcClient jdbc;

    AdmissionResultStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String sheet, Result result, String partner) {
        var place = result.admittedTo();
        var decision = result.decision();
        jdbc.sql("""
                insert into admission_result (sheet, version, institution_code, study_area, reference, reason,
                                              published_by, published_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(sheet)
                .param(result.version())
                .param(place == null ? null : place.school().text())
                .param(place == null ? null : place.area().code())
                .param(decision == null ? null : decision.reference())
                .param(decision == null ? null : decision.reason())
                .param(partner)
                .param(result.publishedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * By the number of the sheet, of each the first one first.
     *
     * @param all IDs of one person
     */
    Map<String, List<Result>> of(List<EducationId> all) {
        var results = new HashMap<String, List<Result>>();
        jdbc.sql("""
                select r.sheet, r.version, r.institution_code, r.study_area, r.published_at, r.reference, r.reason
                  from admission_result r join admission_sheet s on s.number = r.sheet
                 where s.education_id = any (?)
                 order by r.version""").param(EducationId.numbers(all)).query((ResultSet row) -> {
            results.computeIfAbsent(row.getString(1), any -> new ArrayList<>()).add(result(row));
        });
        return results;
    }

    private static Result result(ResultSet row) throws SQLException {
        var school = row.getString(3);
        return new Result(
                row.getInt(2),
                school == null ? null : new StudyPlace(new InstitutionCode(school), new StudyArea(row.getString(4))),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                decision(row.getString(6), row.getString(7)));
    }

    private static Result.@Nullable Decision decision(@Nullable String reference, @Nullable String reason) {
        return reference == null || reason == null ? null : new Result.Decision(reference, reason);
    }
}
