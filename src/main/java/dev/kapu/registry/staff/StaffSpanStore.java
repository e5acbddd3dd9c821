package dev.kapu.registry.staff;

import dev.kapu.registry.EducationId;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StaffSpanStore {
    private final JdbcClient jdbc;

    StaffSpanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    LocalDate birthDate(EducationId id) {
        return Objects.requireNonNull(jdbc.sql("select birth_date from person where education_id = ?")
                .param(id.number())
                .query(LocalDate.class)
                .single());
    }

    /** No report of the institution (E4), so that it can be late for none (K13). */
    void insert(EducationId id, StaffSpan span) {
        jdbc.sql("""
                insert into affiliation (education_id, institution_code, site_serial, type, start_date, end_date,
                                         weekly_hours, post, reported_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, null)""")
                .params(
                        id.number(),
                        span.institution().text(),
                        span.site().text(),
                        span.type().word(),
                        span.start())
                .param(span.end())
                .param(span.weeklyHours())
                .param(span.post())
                .update();
    }

    /** Another end than the one that the institution reported is the module's. */
    void update(EducationId id, StaffSpan span) {
        jdbc.sql("""
                update affiliation
                   set end_reported_at = case when end_date is not distinct from :end then end_reported_at end,
                       end_date = :end, site_serial = :site, weekly_hours = :hours, post = :post
                 where education_id = :id and institution_code = :institution and type = :type and start_date = :start""")
                .param("end", span.end(), Types.DATE)
                .param("site", span.site().text())
                .param("hours", span.weeklyHours())
                .param("post", span.post(), Types.VARCHAR)
                .param("id", id.number())
                .param("institution", span.institution().text())
                .param("type", span.type().word())
                .param("start", span.start())
                .update();
    }

    /** The database's own function: the hub's role cannot delete an affiliation. */
    void withdraw(EducationId id, StaffSpan span) {
        jdbc.sql("select withdraw_employment(?, ?, ?, ?)")
                .params(id.number(), span.institution().text(), span.type().word(), span.start())
                .query(Long.class)
                .single();
    }
}
