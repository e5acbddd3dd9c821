package dev.kapu.registry.institution;

import dev.kapu.registry.Address;
import dev.kapu.registry.Coordinates;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class InstitutionStore {
    /** The master holds institutions at home only, so far. */
    private static final String COUNTRY = "HU";

    private final JdbcClient jdbc;

    InstitutionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Institution> find(InstitutionCode code) {
        return jdbc.sql("""
                select code, name, kind, postcode, settlement, street, latitude, longitude, active, valid_from
                  from institution
                 where code = ?""")
                .param(code.text())
                .query((row, number) -> new Institution(
                        new InstitutionCode(row.getString(1)),
                        row.getString(2),
                        Institution.Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                        address(row, 4),
                        coordinates(row, 7),
                        row.getBoolean(9),
                        row.getObject(10, LocalDate.class)))
                .optional();
    }

    /**
     * Nobody changes their kinds until the transaction ends; waits for who is at it. To be called before a kind is read by
     * which something is begun, and after the persons are locked.
     */
    public void keepKinds(Collection<InstitutionCode> codes) {
        jdbc.sql("select code from institution where code = any (?) order by code for key share")
                .param(codes.stream().map(InstitutionCode::text).distinct().toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** The other side of {@link #keepKinds}: afterwards all is to be seen that was begun by the present kind. */
    public void lockKind(InstitutionCode code) {
        jdbc.sql("select code from institution where code = ? for update")
                .param(code.text())
                .query(String.class)
                .list();
    }

    /** A site of a closed institution is closed, too. */
    public List<Site> sites(InstitutionCode code) {
        return sites(code, "s.active and i.active");
    }

    /** As the master has them by themselves. */
    public List<Site> ownSites(InstitutionCode code) {
        return sites(code, "s.active");
    }

    private List<Site> sites(InstitutionCode code, String active) {
        return jdbc.sql("""
                select s.institution_code, s.serial, s.name, s.postcode, s.settlement, s.street, s.latitude, s.longitude,
                       %s
                  from site s join institution i on i.code = s.institution_code
                 where s.institution_code = ?
                 order by s.serial""".formatted(active))
                .param(code.text())
                .query((row, number) -> new Site(
                        new InstitutionCode(row.getString(1)),
                        new SiteSerial(row.getString(2)),
                        row.getString(3),
                        address(row, 4),
                        coordinates(row, 7),
                        row.getBoolean(9)))
                .list();
    }

    public void put(Institution institution) {
        var coordinates = institution.coordinates();
        jdbc.sql("""
                insert into institution
                       (code, name, kind, postcode, settlement, street, latitude, longitude, active, valid_from)
                values (:code, :name, :kind, :postcode, :settlement, :street, :latitude, :longitude, :active, :validFrom)
                on conflict (code) do update
                   set name = excluded.name, kind = excluded.kind, postcode = excluded.postcode,
                       settlement = excluded.settlement, street = excluded.street, latitude = excluded.latitude,
                       longitude = excluded.longitude, active = excluded.active, valid_from = excluded.valid_from""")
                .param("code", institution.code().text())
                .param("name", institution.name())
                .param("kind", institution.kind().name().toLowerCase(Locale.ROOT))
                .param("postcode", institution.address().postcode())
                .param("settlement", institution.address().settlement())
                .param("street", institution.address().street())
                .param("latitude", coordinates == null ? null : coordinates.latitude(), Types.DOUBLE)
                .param("longitude", coordinates == null ? null : coordinates.longitude(), Types.DOUBLE)
                .param("active", institution.active())
                .param("validFrom", institution.validFrom())
                .update();
    }

    public void put(Site site) {
        var coordinates = site.coordinates();
        jdbc.sql("""
                insert into site (institution_code, serial, name, postcode, settlement, street, latitude, longitude, active)
                values (:code, :serial, :name, :postcode, :settlement, :street, :latitude, :longitude, :active)
                on conflict (institution_code, serial) do update
                   set name = excluded.name, postcode = excluded.postcode, settlement = excluded.settlement,
                       street = excluded.street, latitude = excluded.latitude, longitude = excluded.longitude,
                       active = excluded.active""")
                .param("code", site.institution().text())
                .param("serial", site.serial().text())
                .param("name", site.name())
                .param("postcode", site.address().postcode())
                .param("settlement", site.address().settlement())
                .param("street", site.address().street())
                .param("latitude", coordinates == null ? null : coordinates.latitude(), Types.DOUBLE)
                .param("longitude", coordinates == null ? null : coordinates.longitude(), Types.DOUBLE)
                .param("active", site.active())
                .update();
    }

    private static @Nullable Coordinates coordinates(ResultSet row, int first) throws SQLException {
        double latitude = row.getDouble(first);
        return row.wasNull() ? null : new Coordinates(latitude, row.getDouble(first + 1));
    }

    private static Address address(ResultSet row, int first) throws SQLException {
        return new Address(COUNTRY, row.getString(first), row.getString(first + 1), row.getString(first + 2));
    }
}
