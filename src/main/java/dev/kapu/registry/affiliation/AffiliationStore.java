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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What persons hold and held: their affiliations, as they are read. */
@Component
public class AffiliationStore {
    /** Its columns are those that {@link #affiliation} reads. */
    static final String SELECT = """
        select education_id, institution_code, site_serial, type, start_date, end_date, weekly_hours, grade, post,
               institution_code is not distinct from responsible_institution
          from affiliation join person using (education_id)
        """;

    private static final String IN_ORDER = " order by start_date, institution_code, type";

    private static final ScopedQueryStore<Affiliation> OF = new ScopedQueryStore<>(
            "?", (SELECT + "where education_id = %s" + IN_ORDER)::formatted, AffiliationStore::affiliation);

    private final JdbcTemplate jdbc;

    AffiliationStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public List<Affiliation> of(EducationId id, Reach reach, LocalDate day) {
        return OF.find(jdbc, id.number(), reach, day);
    }

    /** As {@link #of} for many and without a reach: for what the registry does by itself; nothing of it is disclosed. */
    public Map<EducationId, List<Affiliation>> ofAll(Collection<EducationId> ids) {
        return jdbc
                .query(SELECT + "where education_id = any (?)" + IN_ORDER, AffiliationStore::affiliation, (Object)
                        EducationId.numbers(ids))
                .stream()
                .collect(Collectors.groupingBy(Affiliation::educationId));
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

    static Affiliation affiliation(ResultSet row, int number) throws SQLException {
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
