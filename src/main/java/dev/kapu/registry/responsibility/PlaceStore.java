package dev.kapu.registry.responsibility;

import dev.kapu.registry.Address;
import dev.kapu.registry.Coordinates;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where sites are, and where persons reside: in the middle of their settlement, or of its part with their postcode. */
@Component
class PlaceStore {
    private final JdbcClient jdbc;

    PlaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Its own, else of its settlement. */
    Optional<Coordinates> site(InstitutionCode institution, SiteSerial serial) {
        return jdbc.sql("""
                select coalesce(site.latitude, place.latitude), coalesce(site.longitude, place.longitude)
                  from site left join place
                    on site.latitude is null and country = 'HU'
                   and (place.postcode = site.postcode or lower(place.settlement) = lower(site.settlement))
                 where institution_code = ? and serial = ? and coalesce(site.latitude, place.latitude) is not null
                 order by place.postcode = site.postcode and lower(place.settlement) = lower(site.settlement) desc,
                          place.postcode = site.postcode desc, place.postcode
                 limit 1""")
                .params(institution.text(), serial.text())
                .query((row, number) -> coordinates(row))
                .optional();
    }

    /** By postcode and settlement, else by either. */
    Optional<Coordinates> residence(EducationId id) {
        return jdbc.sql("""
                select latitude, longitude
                  from person join place on country = residence_country
                   and (postcode = residence_postcode or lower(settlement) = lower(residence_settlement))
                 where education_id = ?
                 order by postcode = residence_postcode and lower(settlement) = lower(residence_settlement) desc,
                          postcode = residence_postcode desc, postcode
                 limit 1""")
                .param(id.number())
                .query((row, number) -> coordinates(row))
                .optional();
    }

    /** As {@link #residence}. */
    Optional<Coordinates> of(Address address) {
        return jdbc.sql("""
                select latitude, longitude
                  from place
                 where country = :country and (postcode = :postcode or lower(settlement) = lower(:settlement))
                 order by postcode = :postcode and lower(settlement) = lower(:settlement) desc,
                          postcode = :postcode desc, postcode
                 limit 1""")
                .param("country", address.country())
                .param("postcode", address.postcode())
                .param("settlement", address.settlement())
                .query((row, number) -> coordinates(row))
                .optional();
    }

    private static Coordinates coordinates(ResultSet row) throws SQLException {
        return new Coordinates(row.getDouble(1), row.getDouble(2));
    }
}
