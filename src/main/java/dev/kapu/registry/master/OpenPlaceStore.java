package dev.kapu.registry.master;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether places are open or were, by the history of the master. */
@Component
class OpenPlaceStore {
    private static final String SELECT = """
            select i.active or %s, s.active or %s
              from institution i left join site s on s.institution_code = i.code and s.serial = :site
             where i.code = :institution""".formatted(wasActive("'active'"), wasActive("(s.serial || '.active')"));

    private final JdbcClient jdbc;

    OpenPlaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param site by itself; empty if there is none with the serial */
    record Place(boolean institution, Optional<Boolean> site) {}

    /** @return empty if there is no such institution */
    Optional<Place> openNowOrOn(InstitutionCode institution, SiteSerial site, LocalDate day) {
        return jdbc.sql(SELECT)
                .param("institution", institution.text())
                .param("site", site.text())
                .param("day", day)
                .query((row, n) -> new Place(row.getBoolean(1), Optional.ofNullable(row.getObject(2, Boolean.class))))
                .optional();
    }

    /** By the latest change that holds on the day, else as it was before the first one. */
    private static String wasActive(String field) {
        return """
                coalesce((select (c.after ->> %1$s)::boolean from institution_change c
                           where c.institution_code = i.code and c.after ->> %1$s is not null and c.valid_from <= :day
                           order by c.number desc limit 1),
                         (select coalesce(c.before ->> %1$s, c.after ->> %1$s)::boolean from institution_change c
                           where c.institution_code = i.code and c.after ->> %1$s is not null
                           order by c.number limit 1),
                         false)""".formatted(field);
    }
}
