package dev.kapu.soap;

import dev.kapu.gate.Hashes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has been recorded since this was made. */
final class Records {
    record Row(
            @Nullable String partner,
            @Nullable String claimedPartner,
            @Nullable String messageId,
            @Nullable String operation,
            String outcome,
            @Nullable String reason,
            int requestBytes,
            List<String> fields) {}

    private final JdbcClient jdbc;
    private final long mark;

    Records(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.mark = jdbc.sql("select coalesce(max(id), 0) from disclosure")
                .query(Long.class)
                .single();
    }

    /** The one record of these bytes. */
    Row of(byte[] message) {
        return rows("request_hash = ?", Hashes.sha256(message)).get(0);
    }

    Row of(String messageId) {
        return rows("message_id = ?", messageId).get(0);
    }

    List<Row> all() {
        return rows("true or ? = ''", "");
    }

    /** The one record by the bytes, or by the id where not all of them were read. */
    Row of(byte[] message, String messageId) {
        var rows = rows("request_hash = ?", Hashes.sha256(message));
        return rows.isEmpty() ? of(messageId) : rows.get(0);
    }

    private List<Row> rows(String condition, Object value) {
        return jdbc.sql("select *, array_to_string(fields, ',') as shown from disclosure where id > ? and (" + condition
                        + ")")
                .params(mark, value)
                .query((row, number) -> new Row(
                        row.getString("partner"),
                        row.getString("claimed_partner"),
                        row.getString("message_id"),
                        row.getString("operation"),
                        row.getString("outcome"),
                        row.getString("reason"),
                        row.getInt("request_bytes"),
                        row.getString("shown").isEmpty()
                                ? List.of()
                                : List.of(row.getString("shown").split(","))))
                .list();
    }
}
