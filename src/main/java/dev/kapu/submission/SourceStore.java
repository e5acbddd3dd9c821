package dev.kapu.submission;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SourceStore {
    private final JdbcClient jdbc;

    SourceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Source> of(List<EducationId> ids) {
        return jdbc.sql("""
                select number, form, institution_code, received_at, position, outcome
                  from submission_entry join submission using (number)
                 where education_id = any (:ids)
                 order by received_at, number, position""")
                .param("ids", EducationId.numbers(ids))
                .query((row, n) -> new Source(
                        row.getString(1),
                        Form.ofCode(row.getString(2)),
                        new InstitutionCode(row.getString(3)),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getInt(5),
                        row.getString(6)))
                .list();
    }
}
