package dev.kapu.highereducation;

import dev.kapu.registry.EducationId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class UniversityApplicationStore {
    private final JdbcClient jdbc;

    UniversityApplicationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return what was inserted */
    UniversityApplication insert(UniversityApplication application) {
        jdbc.sql("""
                insert into university_application (education_id, round, registered_by, registered_at)
                values (?, ?, ?, ?)""")
                .params(
                        application.educationId().number(),
                        application.round().text(),
                        application.by(),
                        application.at().atOffset(ZoneOffset.UTC))
                .update();
        return application;
    }

    /** @param ids all of one person */
    List<UniversityApplication> of(List<EducationId> ids) {
        return jdbc.sql("""
                select education_id, round, registered_by, registered_at from university_application
                 where education_id = any (?) order by registered_at""")
                .param(ids.stream().map(EducationId::number).toArray(Long[]::new))
                .query((row, number) -> new UniversityApplication(
                        new EducationId(row.getLong(1)),
                        AdmissionRound.of(row.getString(2)),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** @param ids all of one person */
    Optional<UniversityApplication> of(List<EducationId> ids, AdmissionRound round) {
        return jdbc.sql("""
                select education_id, registered_by, registered_at from university_application
                 where education_id = any (?) and round = ? order by registered_at limit 1""")
                .params(ids.stream().map(EducationId::number).toArray(Long[]::new), round.text())
                .query((row, number) -> new UniversityApplication(
                        new EducationId(row.getLong(1)),
                        round,
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .optional();
    }
}
