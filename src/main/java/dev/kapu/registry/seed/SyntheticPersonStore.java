package dev.kapu.registry.seed;

import dev.kapu.registry.PersonName;
import dev.kapu.registry.affiliation.AffiliationType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class SyntheticPersonStore {
    private final JdbcTemplate jdbc;

    SyntheticPersonStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<ExampleCardholders.Example> examples(int limit) {
        return jdbc.query(
                """
                select education_id, institution_code from affiliation
                 where type = 'compulsory-student' and end_date is null and exists (select from seed)
                 order by education_id limit ?
                """, (row, number) -> new ExampleCardholders.Example(row.getString(1), row.getString(2)), limit);
    }

    /** Neighbours by education ID, which says nothing about where they live or learn. */
    List<SyntheticPerson> from(double place, int limit, LocalDate day) {
        return jdbc.query("""
                select education_id, family_name, given_name, birth_date, affiliation.institution_code, site_serial,
                       site.settlement, type
                  from (select * from affiliation
                         where education_id >= (select min(education_id)
                                                        + cast((max(education_id) - min(education_id)) * ? as bigint)
                                                   from person)
                           and end_date is null and start_date <= ? and exists (select from seed)
                         order by education_id limit ?) affiliation
                  join person using (education_id)
                  join site on site.institution_code = affiliation.institution_code and serial = site_serial
                 where site.active""", (row, number) -> person(row), place, day, limit);
    }

    List<SyntheticEmployment> staffAt(String institution, LocalDate day) {
        return jdbc.query(
                """
                select education_id, type, site_serial, start_date, weekly_hours, coalesce(post, '') from affiliation
                 where institution_code = ? and end_date is null and start_date <= ?
                   and type in ('main-employment', 'secondary-employment', 'hourly-paid') and exists (select from seed)
                 order by education_id, type""",
                (row, number) -> new SyntheticEmployment(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getBigDecimal(5),
                        row.getString(6)),
                institution,
                day);
    }

    private static SyntheticPerson person(ResultSet row) throws SQLException {
        var type = AffiliationType.ofWord(row.getString(8));
        return new SyntheticPerson(
                row.getString(1),
                new PersonName(row.getString(2), row.getString(3)),
                row.getObject(4, LocalDate.class),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                type.word(),
                type.card().name().toLowerCase(Locale.ROOT));
    }
}
