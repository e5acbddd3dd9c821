package dev.kapu.audit;

import dev.kapu.audit.DisclosureRecord.Channel;
import dev.kapu.audit.DisclosureRecord.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is recorded. */
@Component
class DisclosureStore {
    private final JdbcClient database;

    DisclosureStore(JdbcClient database) {
        this.database = database;
    }

    List<DisclosureRecord> latest(int limit) {
        return newest("select * from disclosure order by id desc limit :limit", limit);
    }

    /** By an index of their own: among millions of answers there may be few. */
    List<DisclosureRecord> latestRefusals(int limit) {
        return newest("select * from disclosure where reason is not null order by id desc limit :limit", limit);
    }

    private List<DisclosureRecord> newest(String sql, int limit) {
        return database.sql(sql)
                .param("limit", limit)
                .query((row, number) -> disclosure(row))
                .list();
    }

    static DisclosureRecord disclosure(ResultSet row) throws SQLException {
        return new DisclosureRecord(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Channel.valueOf(row.getString("channel")),
                row.getString("partner"),
                row.getString("claimed_partner"),
                row.getString("end_user"),
                row.getString("represented_institution"),
                row.getString("operation"),
                row.getString("message_id"),
                row.getString("case_reference"),
                row.getString("purpose"),
                row.getString("permission"),
                row.getString("policy_version"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                texts(row, "persons"),
                new LinkedHashSet<>(texts(row, "fields")),
                row.getInt("request_bytes"),
                row.getInt("answer_bytes"),
                row.getLong("duration_micros"),
                row.getBytes("request_hash"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
