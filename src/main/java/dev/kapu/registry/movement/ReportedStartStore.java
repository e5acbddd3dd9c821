package dev.kapu.registry.movement;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.Affiliation;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Affiliations by their start as it was reported. */
@Component
class ReportedStartStore {
    private static final String ONE =
            " where education_id = ? and institution_code = ? and type = ? and start_date = ?";

    private final JdbcClient jdbc;

    ReportedStartStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the institution reported the start; null if it did not. */
    @Nullable
    Instant reportedAt(Affiliation started) {
        return jdbc.sql("select reported_at from affiliation" + ONE)
                .params(key(started))
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(Timestamp::toInstant)
                .orElse(null);
    }

    /** When it was reported stays, and so does its end. */
    void correct(Affiliation wrong, Affiliation right) {
        jdbc.sql(
                        "update affiliation set type = ?, start_date = ?, site_serial = ?, weekly_hours = ?, grade = ?, post = ?"
                                + ONE)
                .param(right.type().word())
                .param(right.startDate())
                .param(right.site().text())
                .param(right.weeklyHours())
                .param(right.grade())
                .param(right.post())
                .params(key(wrong))
                .update();
    }

    /** The database's own function: the hub's role cannot delete an affiliation. */
    void annul(Affiliation wrong) {
        jdbc.sql("select annul_affiliation(?, ?, ?, ?)")
                .params(key(wrong))
                .query(Long.class)
                .single();
    }

    /** The first persons, by ID, who hold an affiliation with the institution that began by the day and has no end. */
    List<EducationId> lastingSince(InstitutionCode institution, LocalDate day, int most) {
        return jdbc.sql("""
                select distinct education_id from affiliation
                 where institution_code = ? and end_date is null and start_date <= ?
                 order by education_id
                 limit ?""")
                .params(institution.text(), day, most)
                .query((row, number) -> new EducationId(row.getLong(1)))
                .list();
    }

    private static List<Object> key(Affiliation one) {
        return List.of(
                one.educationId().number(), one.institution().text(), one.type().word(), one.startDate());
    }
}
