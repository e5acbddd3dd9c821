package dev.kapu.highereducation;

import dev.kapu.registry.EducationId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AcademicRoleStore {
    private final JdbcClient jdbc;

    AcademicRoleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return what was inserted */
    AcademicRole insert(AcademicRole role, String partner) {
        jdbc.sql("insert into academic_role (education_id, role, since, taken_over_by) values (?, ?, ?, ?)")
                .params(role.educationId().number(), role.kind().word(), role.since(), partner)
                .update();
        return role;
    }

    /** @param ids all of one person */
    Optional<AcademicRole> lasting(List<EducationId> ids, AcademicRole.Kind kind, String partner) {
        return jdbc.sql("""
                select education_id, since from academic_role
                 where education_id = any (?) and role = ? and taken_over_by = ? and until is null
                 order by since limit 1""")
                .params(EducationId.numbers(ids), kind.word(), partner)
                .query((row, number) -> new AcademicRole(
                        new EducationId(row.getLong(1)), kind, row.getObject(2, LocalDate.class), null))
                .optional();
    }

    /** Of those of a kind that are over. */
    Optional<LocalDate> lastEnd(List<EducationId> ids, AcademicRole.Kind kind, String partner) {
        return jdbc.sql("""
                select until from academic_role
                 where education_id = any (?) and role = ? and taken_over_by = ? and until is not null
                 order by until desc limit 1""")
                .params(EducationId.numbers(ids), kind.word(), partner)
                .query(LocalDate.class)
                .optional();
    }

    /** Who has taken a role over, and when. */
    record TakenOver(AcademicRole role, String by, Instant at) {}

    /** @param ids all of one person */
    List<TakenOver> of(List<EducationId> ids) {
        return jdbc.sql("""
                select education_id, role, since, until, taken_over_by, taken_over_at from academic_role
                 where education_id = any (?) order by taken_over_at""")
                .param(EducationId.numbers(ids))
                .query((row, number) -> new TakenOver(
                        new AcademicRole(
                                new EducationId(row.getLong(1)),
                                AcademicRole.Kind.ofWord(row.getString(2)),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class)),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant()))
                .list();
    }

    void end(AcademicRole role, LocalDate lastDay, String partner) {
        jdbc.sql("""
                update academic_role set until = greatest(?, since)
                 where education_id = ? and role = ? and taken_over_by = ? and since = ? and until is null""")
                .params(lastDay, role.educationId().number(), role.kind().word(), partner, role.since())
                .update();
    }
}
