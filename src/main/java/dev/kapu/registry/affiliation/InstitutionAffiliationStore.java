package dev.kapu.registry.affiliation;

import static dev.kapu.registry.affiliation.AffiliationStore.SELECT;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who is with an institution, without a reach: for what the registry does by itself, and for the Office. */
@Component
public class InstitutionAffiliationStore {
    private final JdbcTemplate jdbc;

    InstitutionAffiliationStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
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
        return jdbc.query(SELECT + """
                 where institution_code = ? and end_date is null and education_id > ?
                 order by education_id
                 fetch first ? rows with ties
                """, AffiliationStore::affiliation, institution.text(), after, most);
    }

    /**
     * Employments at an institution on the day, also those of which it is the last, whosever they are, by education ID.
     *
     * @param after only persons with a higher ID
     * @param most more only if the last person has several
     */
    public List<Affiliation> employedAt(InstitutionCode institution, LocalDate day, long after, int most) {
        return jdbc.query(SELECT + """
                 where institution_code = ? and start_date <= ? and (end_date is null or end_date >= ?)
                   and type in ('main-employment', 'secondary-employment', 'hourly-paid') and education_id > ?
                 order by education_id
                 fetch first ? rows with ties
                """, AffiliationStore::affiliation, institution.text(), day, day, after, most);
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
}
