package dev.kapu.exams;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ExamCandidateStore {
    private final JdbcClient jdbc;

    ExamCandidateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Candidacy candidacy) {
        jdbc.sql("""
                insert into exam_candidate (education_id, session, exam_type, institution_code, family_name, given_name,
                                            registered_by, registered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        candidacy.educationId().number(),
                        candidacy.session().text(),
                        candidacy.type().word(),
                        candidacy.institution().text(),
                        candidacy.name().family(),
                        candidacy.name().given(),
                        candidacy.by(),
                        candidacy.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * The last registration for each exam.
     *
     * @param ids all of one person
     */
    List<Candidacy> of(List<EducationId> ids, ExamSession session) {
        return jdbc.sql("""
                select distinct on (exam_type)
                       education_id, session, exam_type, institution_code, family_name, given_name, registered_by,
                       registered_at
                  from exam_candidate
                 where education_id = any (?) and session = ?
                 order by exam_type, registered_at desc""")
                .params(ids.stream().map(EducationId::number).toArray(Long[]::new), session.text())
                .query((row, number) -> candidacy(row))
                .list();
    }

    /** All registrations, also those that a later one has replaced. */
    List<Candidacy> of(List<EducationId> ids) {
        return jdbc.sql("""
                select education_id, session, exam_type, institution_code, family_name, given_name, registered_by,
                       registered_at
                  from exam_candidate where education_id = any (?) order by registered_at""")
                .param(ids.stream().map(EducationId::number).toArray(Long[]::new))
                .query((row, number) -> candidacy(row))
                .list();
    }

    private static Candidacy candidacy(ResultSet row) throws SQLException {
        return new Candidacy(
                new EducationId(row.getLong(1)),
                ExamSession.of(row.getString(2)),
                Words.read(ExamType.class, row.getString(3)),
                new InstitutionCode(row.getString(4)),
                new PersonName(row.getString(5), row.getString(6)),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant());
    }
}
