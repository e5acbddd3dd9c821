package dev.kapu.highereducation;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.participation.ParticipationStore;
import dev.kapu.registry.participation.Withdrawal;
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
                select education_id, round, registered_by, registered_at, withdrawn_at, withdrawn_by
                  from university_application where education_id = any (?) order by registered_at, id""")
                .param(EducationId.numbers(ids))
                .query((row, number) -> new UniversityApplication(
                        new EducationId(row.getLong(1)),
                        AdmissionRound.of(row.getString(2)),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        ParticipationStore.withdrawal(row)))
                .list();
    }

    /** The first one from which the person has not withdrawn; a merger may have left two. */
    Optional<UniversityApplication> standing(List<EducationId> ids, AdmissionRound round) {
        return of(ids).stream()
                .filter(application ->
                        application.withdrawal() == null && application.round().equals(round))
                .findFirst();
    }

    void withdraw(List<EducationId> ids, AdmissionRound round, Withdrawal withdrawal) {
        jdbc.sql("""
                update university_application set withdrawn_at = ?, withdrawn_by = ?
                 where education_id = any (?) and round = ? and withdrawn_at is null""")
                .params(
                        withdrawal.at().atOffset(ZoneOffset.UTC),
                        withdrawal.by(),
                        EducationId.numbers(ids),
                        round.text())
                .update();
    }
}
