package dev.kapu.registry.affiliation;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.reach.ScopedQueryStore;
import dev.kapu.scope.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
public class AffiliationStore {
    /** What was reported before it takes effect says so by a setting of the transaction: see Authorship. */
    private static final String REPORTED =
            "coalesce(nullif(current_setting('kapu.reported_at', true), '')::timestamptz, ?)";

    private static final ScopedQueryStore<Affiliation> OF =
            new ScopedQueryStore<>("?", """
        select education_id, institution_code, site_serial, type, start_date, end_date, weekly_hours, grade, post,
               institution_code is not distinct from responsible_institution
          from affiliation join person using (education_id)
         where education_id = %s
         order by start_date, institution_code, type"""::formatted, (row, number) -> affiliation(row));

    private final JdbcTemplate jdbc;

    AffiliationStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public List<Affiliation> of(EducationId id, Reach reach, LocalDate day) {
        return OF.find(jdbc, id.number(), reach, day);
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

    public void insert(Affiliation begun, Instant reportedAt) {
        jdbc.update(
                """
                insert into affiliation (education_id, institution_code, site_serial, type, start_date, weekly_hours,
                                         grade, post, reported_at)
                values (?, ?, ?, ?, ?, ?, ?, ?,\s""" + REPORTED + ")",
                begun.educationId().number(),
                begun.institution().text(),
                begun.site().text(),
                begun.type().word(),
                begun.startDate(),
                begun.weeklyHours(),
                begun.grade(),
                begun.post(),
                reportedAt.atOffset(ZoneOffset.UTC));
    }

    /** @param lastUpdate when the personal data were last changed */
    public record PersonsDates(LocalDate birthDate, Instant lastUpdate) {}

    public PersonsDates personsDates(EducationId id) {
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                select birth_date,
                       greatest(created_at, (select max(at) from history
                                              where history.education_id = person.education_id
                                                and kind in ('registered', 'amended', 'merged', 'refreshed')))
                  from person where education_id = ?""",
                (row, number) -> new PersonsDates(
                        row.getObject(1, LocalDate.class), row.getTimestamp(2).toInstant()),
                id.number()));
    }

    /** Persons at the site whom another institution claims by as many hours: nearness may decide (K7). */
    public List<EducationId> tiedAt(InstitutionCode institution, SiteSerial site) {
        return jdbc.query("""
                select distinct a.education_id
                  from affiliation a join affiliation b using (education_id)
                 where a.institution_code = ? and a.site_serial = ? and a.end_date is null and b.end_date is null
                   and b.institution_code <> a.institution_code and b.weekly_hours = a.weekly_hours
                 order by a.education_id""", (row, number) -> new EducationId(row.getLong(1)), institution.text(), site.text());
    }

    private static Affiliation affiliation(ResultSet row) throws SQLException {
        return new Affiliation(
                new EducationId(row.getLong(1)),
                new InstitutionCode(row.getString(2)),
                new SiteSerial(row.getString(3)),
                AffiliationType.ofWord(row.getString(4)),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                row.getBigDecimal(7),
                row.getString(8),
                row.getString(9),
                row.getBoolean(10));
    }
}
