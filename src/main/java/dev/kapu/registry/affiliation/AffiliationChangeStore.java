package dev.kapu.registry.affiliation;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Affiliations as they are written: announced, begun, changed, ended, corrected, taken back. */
@Component
public class AffiliationChangeStore {
    /** What was reported before it takes effect says so by a setting of the transaction: see Authorship. */
    private static final String REPORTED =
            "coalesce(nullif(current_setting('kapu.reported_at', true), '')::timestamptz, ?)";

    private static final String ENDED =
            "education_id = ? and institution_code = ? and type = ? and start_date = ? and end_date = ?";

    private final JdbcTemplate jdbc;

    AffiliationChangeStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param amendBy by when the person's data must be amended (K15); null if they need not */
    public void insert(Affiliation begun, Instant reportedAt, @Nullable LocalDate amendBy) {
        jdbc.update(
                """
                insert into affiliation (education_id, institution_code, site_serial, type, start_date, weekly_hours,
                                         grade, post, reported_at, amend_by)
                values (?, ?, ?, ?, ?, ?, ?, ?,\s""" + REPORTED + ", ?)",
                begun.educationId().number(),
                begun.institution().text(),
                begun.site().text(),
                begun.type().word(),
                begun.startDate(),
                begun.weeklyHours(),
                begun.grade(),
                begun.post(),
                reportedAt.atOffset(ZoneOffset.UTC),
                amendBy);
    }

    /** Hours, grade, site and post, as they now are. */
    public void change(Affiliation changed) {
        jdbc.update(
                """
                update affiliation set weekly_hours = ?, grade = ?, site_serial = ?, post = ?
                 where education_id = ? and institution_code = ? and type = ? and start_date = ?""",
                changed.weeklyHours(),
                changed.grade(),
                changed.site().text(),
                changed.post(),
                changed.educationId().number(),
                changed.institution().text(),
                changed.type().word(),
                changed.startDate());
    }

    public void end(Affiliation ended, Instant reportedAt) {
        jdbc.update(
                "update affiliation set end_date = ?, end_reported_at = " + REPORTED + """
                 where education_id = ? and institution_code = ? and type = ? and end_date is null""",
                ended.endDate(),
                reportedAt.atOffset(ZoneOffset.UTC),
                ended.educationId().number(),
                ended.institution().text(),
                ended.type().word());
    }

    /** When the institution reported the end; null if it did not. */
    public @Nullable Instant endReportedAt(Affiliation ended) {
        return jdbc
                .query(
                        "select end_reported_at from affiliation where " + ENDED,
                        (row, number) -> Optional.ofNullable(row.getTimestamp(1)),
                        ended.educationId().number(),
                        ended.institution().text(),
                        ended.type().word(),
                        ended.startDate(),
                        ended.endDate())
                .stream()
                .flatMap(Optional::stream)
                .map(Timestamp::toInstant)
                .findFirst()
                .orElse(null);
    }

    /** When the end was reported stays. */
    public void correctEnd(Affiliation ended, LocalDate lastDay) {
        jdbc.update(
                "update affiliation set end_date = ? where " + ENDED,
                lastDay,
                ended.educationId().number(),
                ended.institution().text(),
                ended.type().word(),
                ended.startDate(),
                ended.endDate());
    }

    /** Whether an affiliation is announced that begins after the day. */
    public boolean isAnnounced(EducationId id, InstitutionCode institution, AffiliationType type, LocalDate day) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("""
                select exists (select from affiliation
                                where education_id = ? and institution_code = ? and type = ? and start_date > ?
                                  and end_date is null)
                """, Boolean.class, id.number(), institution.text(), type.word(), day));
    }

    /** The database's own function: the hub's role cannot delete an affiliation. */
    public void cancel(Affiliation announced, LocalDate day) {
        jdbc.queryForObject(
                "select cancel_affiliation(?, ?, ?, ?)",
                Long.class,
                announced.educationId().number(),
                announced.institution().text(),
                announced.type().word(),
                day);
    }
}
