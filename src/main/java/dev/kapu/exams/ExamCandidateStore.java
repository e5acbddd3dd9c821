package dev.kapu.exams;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.participation.ParticipationStore;
import dev.kapu.registry.participation.Withdrawal;
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
     * The last registration for each exam from which the person has not withdrawn.
     *
     * @param ids all of one person
     */
    List<Candidacy> standing(List<EducationId> ids) {
        return jdbc.sql("""
                select distinct on (session, exam_type)
                       education_id, session, exam_type, institution_code, family_name, given_name, registered_by,
                       registered_at, withdrawn_at, withdrawn_by
                  from exam_candidate
                 where education_id = any (?) and withdrawn_at is null
                 order by session, exam_type, registered_at desc, id desc""")
                .param(EducationId.numbers(ids))
                .query((row, number) -> candidacy(row))
                .list();
    }

    /** As {@link #standing(List)}, of one session. */
    List<Candidacy> standing(List<EducationId> ids, ExamSession session) {
        return standing(ids).stream()
                .filter(candidacy -> candidacy.session().equals(session))
                .toList();
    }

    /** All registrations, also those that a later one has replaced or from which the person has withdrawn. */
    List<Candidacy> of(List<EducationId> ids) {
        return jdbc.sql("""
                select education_id, session, exam_type, institution_code, family_name, given_name, registered_by,
                       registered_at, withdrawn_at, withdrawn_by
                  from exam_candidate where education_id = any (?) order by registered_at""")
                .param(EducationId.numbers(ids))
                .query((row, number) -> candidacy(row))
                .list();
    }

    /** With all registrations that it has replaced, so that none of them stands again. */
    void withdraw(List<EducationId> ids, Candidacy candidacy, Withdrawal withdrawal) {
        jdbc.sql("""
                update exam_candidate set withdrawn_at = ?, withdrawn_by = ?
                 where education_id = any (?) and session = ? and exam_type = ? and withdrawn_at is null""")
                .params(withdrawal.at().atOffset(ZoneOffset.UTC), withdrawal.by(), EducationId.numbers(ids))
                .param(candidacy.session().text())
                .param(candidacy.type().word())
                .update();
    }

    private static Candidacy candidacy(ResultSet row) throws SQLException {
        return new Candidacy(
                new EducationId(row.getLong(1)),
                ExamSession.of(row.getString(2)),
                Words.read(ExamType.class, row.getString(3)),
                new InstitutionCode(row.getString(4)),
                new PersonName(row.getString(5), row.getString(6)),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                ParticipationStore.withdrawal(row));
    }
}
