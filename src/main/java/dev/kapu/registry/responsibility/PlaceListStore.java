package dev.kapu.registry.responsibility;

import dev.kapu.registry.EducationId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Settlements as a list gives them, and who may have come nearer to another institution by it. */
@Component
class PlaceListStore {
    private final JdbcTemplate jdbc;

    PlaceListStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One list at a time, until the transaction ends: so the times of changes appear in their order. */
    void lock() {
        jdbc.query("select pg_advisory_xact_lock(hashtext('place'))", row -> {});
    }

    /** @return how many are new or have moved; they are marked */
    int put(List<Place> places) {
        return jdbc.update("""
                insert into place (country, postcode, settlement, latitude, longitude, changed_at)
                select country, postcode, settlement, latitude, longitude, clock_timestamp()
                  from unnest(?::text[], ?::text[], ?::text[], ?::float8[], ?::float8[])
                       as listed (country, postcode, settlement, latitude, longitude)
                on conflict (country, postcode, settlement) do update
                   set latitude = excluded.latitude, longitude = excluded.longitude, changed_at = excluded.changed_at
                 where (place.latitude, place.longitude) is distinct from (excluded.latitude, excluded.longitude)
                """, statement -> {
            var connection = statement.getConnection();
            statement.setArray(1, column(connection, "text", places, Place::country));
            statement.setArray(2, column(connection, "text", places, Place::postcode));
            statement.setArray(3, column(connection, "text", places, Place::settlement));
            statement.setArray(
                    4,
                    column(connection, "float8", places, place -> place.middle().latitude()));
            statement.setArray(
                    5,
                    column(connection, "float8", places, place -> place.middle().longitude()));
        });
    }

    private static Array column(Connection connection, String type, List<Place> places, Function<Place, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, places.stream().map(value).toArray());
    }

    /** When a place changed last whose neighbours are not settled anew; empty if all are. */
    Optional<Instant> lastChange() {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select max(changed_at) from place where changed_at is not null", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /**
     * Persons whom more than one institution claims, and who reside in a changed place or have there a site whose own
     * coordinates are not known: nearness may decide (K7).
     *
     * @param after only those with a higher ID
     */
    List<EducationId> claimedNearChanges(long after, int most) {
        return jdbc.query("""
                select claimed.education_id
                  from (select education_id from affiliation
                         where end_date is null and education_id > ?
                         group by education_id
                        having min(institution_code) <> max(institution_code)) as claimed
                  join person using (education_id)
                 where exists (select from place
                                where changed_at is not null and country = residence_country
                                  and (postcode = residence_postcode
                                       or lower(settlement) = lower(residence_settlement)))
                    or exists (select from affiliation
                                 join site on (site.institution_code, serial) = (affiliation.institution_code, site_serial)
                                 join place on country = 'HU'
                                  and (place.postcode = site.postcode
                                       or lower(place.settlement) = lower(site.settlement))
                                where affiliation.education_id = claimed.education_id and end_date is null
                                  and site.latitude is null and place.changed_at is not null)
                 order by claimed.education_id
                 limit ?""", (row, number) -> new EducationId(row.getLong(1)), after, most);
    }

    void settled(Instant until) {
        jdbc.update("update place set changed_at = null where changed_at <= ?", until.atOffset(ZoneOffset.UTC));
    }
}
