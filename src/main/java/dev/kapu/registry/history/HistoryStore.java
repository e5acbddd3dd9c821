package dev.kapu.registry.history;

import dev.kapu.registry.EducationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class HistoryStore {
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    HistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<History.Change> changes) {
        jdbc.sql("""
                insert into history (education_id, kind, before, after)
                select id, kind, before, after
                  from unnest(?::bigint[], ?::text[], ?::jsonb[], ?::jsonb[]) with ordinality
                       as change (id, kind, before, after, n)
                 order by n""")
                .params(
                        changes.stream().map(change -> change.person().number()).toArray(Long[]::new),
                        changes.stream().map(change -> change.kind().word()).toArray(String[]::new),
                        changes.stream().map(change -> text(change.before())).toArray(String[]::new),
                        changes.stream().map(change -> text(change.after())).toArray(String[]::new))
                .update();
    }

    List<HistoryEntry> of(EducationId id) {
        return jdbc.sql("""
                with asked as (
                  select coalesce((select survivor from retired_id where education_id = :id), :id) as survivor)
                select at, kind, partner, institution, end_user, before, after
                  from history
                 where education_id = any (array(
                         select survivor from asked
                         union all select education_id from retired_id where survivor = (select survivor from asked)))
                 order by id""")
                .param("id", id.number())
                .query((row, number) -> entry(row))
                .list();
    }

    private HistoryEntry entry(ResultSet row) throws SQLException {
        var before = json.readValue(row.getString(6), FIELDS);
        var after = json.readValue(row.getString(7), FIELDS);
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        var fields = new ArrayList<HistoryEntry.Field>();
        names.forEach(name -> fields.add(new HistoryEntry.Field(name, before.get(name), after.get(name))));
        return new HistoryEntry(
                row.getTimestamp(1).toInstant(),
                HistoryEntry.Kind.valueOf(
                        row.getString(2).toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                fields);
    }

    private String text(Map<String, String> fields) {
        return json.writeValueAsString(fields);
    }
}
