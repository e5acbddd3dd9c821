package dev.kapu.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class InstitutionStore {
    /** The master holds institutions at home only, so far. */
    private static final String COUNTRY = "HU";

    private final JdbcClient jdbc;

    InstitutionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Institution> find(InstitutionCode code) {
        return jdbc.sql("""
                select code, name, kind, postcode, settlement, street, active, valid_from
                  from institution
                 where code = ?""")
                .param(code.text())
                .query((row, number) -> new Institution(
                        new InstitutionCode(row.getString(1)),
                        row.getString(2),
                        Institution.Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                        address(row, 4),
                        row.getBoolean(7),
                        row.getObject(8, LocalDate.class)))
                .optional();
    }

    List<Site> sites(InstitutionCode code) {
        return jdbc.sql("""
                select s.institution_code, s.serial, s.name, s.postcode, s.settlement, s.street, s.active and i.active
                  from site s join institution i on i.code = s.institution_code
                 where s.institution_code = ?
                 order by s.serial""")
                .param(code.text())
                .query((row, number) -> new Site(
                        new InstitutionCode(row.getString(1)),
                        new SiteSerial(row.getString(2)),
                        row.getString(3),
                        address(row, 4),
                        row.getBoolean(7)))
                .list();
    }

    private static Address address(ResultSet row, int first) throws SQLException {
        return new Address(COUNTRY, row.getString(first), row.getString(first + 1), row.getString(first + 2));
    }
}
