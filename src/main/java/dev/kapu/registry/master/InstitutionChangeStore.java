package dev.kapu.registry.master;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The history of the master. Rows are only ever added. */
@Component
class InstitutionChangeStore {
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
    private static final String SELECT = """
        select number, institution_code, changed_at, valid_from, site_serials, before, after
          from institution_change
        """;

    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    InstitutionChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record New(
            InstitutionCode institution,
            Instant at,
            String by,
            LocalDate validFrom,
            List<SiteSerial> sites,
            Map<String, String> before,
            Map<String, String> after) {}

    /** One change of the master at a time, until the transaction ends: so numbers appear in their order. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('institution_change'))")
                .query((row, number) -> number)
                .list();
    }

    long add(New change) {
        return jdbc.sql("""
                insert into institution_change (number, institution_code, changed_at, changed_by, valid_from,
                                                site_serials, before, after)
                select coalesce(max(number), 0) + 1, :institution, :at, :by, :validFrom, :sites, :before::jsonb,
                       :after::jsonb
                  from institution_change
                returning number""")
                .param("institution", change.institution().text())
                .param("at", change.at().atOffset(ZoneOffset.UTC))
                .param("by", change.by())
                .param("validFrom", change.validFrom())
                .param("sites", change.sites().stream().map(SiteSerial::text).toArray(String[]::new))
                .param("before", json.writeValueAsString(change.before()))
                .param("after", json.writeValueAsString(change.after()))
                .query(Long.class)
                .single();
    }

    InstitutionChange find(long number) {
        return jdbc.sql(SELECT + "where number = ?")
                .param(number)
                .query((row, n) -> change(row))
                .single();
    }

    List<InstitutionChange> after(long number, int limit) {
        return jdbc.sql(SELECT + "where number > ? order by number limit ?")
                .params(number, limit)
                .query((row, n) -> change(row))
                .list();
    }

    /** @return the number of the last change before it; 0 if there is none */
    long before(Instant at) {
        return jdbc.sql("select coalesce(max(number), 0) from institution_change where changed_at < ?")
                .param(at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private InstitutionChange change(ResultSet row) throws SQLException {
        var before = json.readValue(row.getString(6), FIELDS);
        var after = json.readValue(row.getString(7), FIELDS);
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return new InstitutionChange(
                row.getLong(1),
                new InstitutionCode(row.getString(2)),
                row.getTimestamp(3).toInstant(),
                row.getObject(4, LocalDate.class),
                Arrays.stream((String[]) row.getArray(5).getArray())
                        .map(SiteSerial::new)
                        .toList(),
                names.stream()
                        .map(name -> new InstitutionChange.Field(name, value(before, name), value(after, name)))
                        .toList());
    }

    private static @Nullable String value(Map<String, String> fields, String name) {
        return fields.get(name);
    }
}
