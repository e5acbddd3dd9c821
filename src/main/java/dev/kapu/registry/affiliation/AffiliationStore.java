package dev.kapu.registry.affiliation;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.reach.ScopedQueryStore;
import dev.kapu.scope.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
public class AffiliationStore {
    /** What was reported before it takes effect says so by a setting of the transaction: see Authorship. */
    private static final String REPORTED =
            "coalesce(nullif(current_setting('kapu.reported_at', true), '')::timestamptz, ?)";

    private static final String ENDED =
            "education_id = ? and institution_code = ? and type = ? and start_date = ? and end_date = ?";

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

    /** As {@link #of} for many and without a reach: for what the registry does by itself; nothing of it is disclosed. */
    public Map<EducationId, List<Affiliation>> ofAll(Collection<EducationId> ids) {
        return jdbc.query("""
                        select education_id, institution_code, site_serial, type, start_date, end_date, weekly_hours,
                               grade, post, institution_code is not distinct from responsible_institution
                          from affiliation join person using (education_id)
                         where education_id = any (?)
                         order by start_date, institution_code, type
                        """, (row, number) -> affiliation(row), (Object) EducationId.numbers(ids)).stream()
                .collect(Collectors.groupingBy(Affiliation::educationId));
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

    /** Of the persons, whoever reaches them now: the types of affiliation with the institution that have an end. */
    public Map<EducationId, Set<AffiliationType>> endedAt(InstitutionCode institution, Collection<EducationId> ids) {
        var ended = new HashMap<EducationId, Set<AffiliationType>>();
        jdbc.query(
                """
                select education_id, type from affiliation
                 where education_id = any (?) and institution_code = ? and end_date is not null""",
                (ResultSet row) -> {
                    ended.computeIfAbsent(new EducationId(row.getLong(1)), any -> new HashSet<>())
                            .add(AffiliationType.ofWord(row.getString(2)));
                },
                EducationId.numbers(ids),
                institution.text());
        return ended;
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

    /** For each of the persons whom the institution holds: whether as a student, as staff, or both. */
    public Map<EducationId, Set<Boolean>> rolesAt(InstitutionCode institution, List<EducationId> ids) {
        var roles = new HashMap<EducationId, Set<Boolean>>();
        jdbc.query(
                """
                select distinct education_id, type from affiliation
                 where education_id = any (?) and institution_code = ? and end_date is null""",
                (ResultSet row) -> {
                    roles.computeIfAbsent(new EducationId(row.getLong(1)), any -> new HashSet<>())
                            .add(AffiliationType.ofWord(row.getString(2)).isStudents());
                },
                EducationId.numbers(ids),
                institution.text());
        return roles;
    }

    public int countLasting(InstitutionCode institution) {
        return Objects.requireNonNull(jdbc.queryForObject("""
                select count(distinct education_id) from affiliation
                 where institution_code = ? and end_date is null""", Integer.class, institution.text()));
    }

    /** Lasting affiliations of the types, not persons. */
    public int countLasting(InstitutionCode institution, Collection<AffiliationType> types) {
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                select count(*) from affiliation
                 where institution_code = ? and end_date is null and type = any (?)""",
                Integer.class,
                institution.text(),
                types.stream().map(AffiliationType::word).toArray(String[]::new)));
    }

    /**
     * Lasting affiliations with an institution, whosever they are, by education ID.
     *
     * @param after only persons with a higher ID
     * @param most more only if the last person has several
     */
    public List<Affiliation> lastingAt(InstitutionCode institution, long after, int most) {
        return jdbc.query("""
                select education_id, institution_code, site_serial, type, start_date, end_date, weekly_hours, grade, post,
                       institution_code is not distinct from responsible_institution
                  from affiliation join person using (education_id)
                 where institution_code = ? and end_date is null and education_id > ?
                 order by education_id
                 fetch first ? rows with ties""", (row, number) -> affiliation(row), institution.text(), after, most);
    }

    /**
     * Employments at an institution on the day, also those of which it is the last, whosever they are, by education ID.
     *
     * @param after only persons with a higher ID
     * @param most more only if the last person has several
     */
    public List<Affiliation> employedAt(InstitutionCode institution, LocalDate day, long after, int most) {
        return jdbc.query("""
                select education_id, institution_code, site_serial, type, start_date, end_date, weekly_hours, grade, post,
                       institution_code is not distinct from responsible_institution
                  from affiliation join person using (education_id)
                 where institution_code = ? and start_date <= ? and (end_date is null or end_date >= ?)
                   and type in ('main-employment', 'secondary-employment', 'hourly-paid') and education_id > ?
                 order by education_id
                 fetch first ? rows with ties
                """, (row, number) -> affiliation(row), institution.text(), day, day, after, most);
    }

    /** Persons at the site whom another institution claims, too: nearness may decide (K7). */
    public List<EducationId> tiedAt(InstitutionCode institution, SiteSerial site) {
        return jdbc.query("""
                select distinct a.education_id
                  from affiliation a join affiliation b using (education_id)
                 where a.institution_code = ? and a.site_serial = ? and a.end_date is null and b.end_date is null
                   and b.institution_code <> a.institution_code
                 order by a.education_id
                """, (row, number) -> new EducationId(row.getLong(1)), institution.text(), site.text());
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
