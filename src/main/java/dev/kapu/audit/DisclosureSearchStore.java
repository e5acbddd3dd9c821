package dev.kapu.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks through what is recorded, from number to number. */
@Component
class DisclosureSearchStore {
    private final JdbcClient database;

    DisclosureSearchStore(JdbcClient database) {
        this.database = database;
    }

    record Numbered(long id, DisclosureRecord disclosure) {}

    long afterLast() {
        return database.sql("select coalesce(max(id), 0) + 1 from disclosure")
                .query(Long.class)
                .single();
    }

    /** Of the first record that has this number or a later one: some numbers were never used. */
    Optional<Instant> timeFrom(long id) {
        return database.sql("select at from disclosure where id >= ? order by id limit 1")
                .param(id)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Whether more than so many records have the id; reads no further. */
    boolean areMore(String messageId, long from, long to, int most) {
        return database.sql("""
                select count(*) > :most
                  from (select from disclosure
                         where message_id = :messageId and id >= :from and id < :to limit :most + 1) found""")
                .param("messageId", messageId)
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .query(Boolean.class)
                .single();
    }

    /** @param from inclusive, {@code to} exclusive */
    List<Numbered> find(DisclosureFilter filter, long from, long to, int limit) {
        var params = new HashMap<String, Object>(Map.of("from", from, "to", to, "limit", limit));
        return database.sql(sql(filter, params))
                .params(params)
                .query((row, number) -> new Numbered(row.getLong("id"), DisclosureStore.disclosure(row)))
                .list();
    }

    /** By message id first of all records that have it, by its own index; never by reading all backwards. */
    static String sql(DisclosureFilter filter, Map<String, Object> params) {
        var where = new StringBuilder("id >= :from and id < :to");
        var table = "disclosure";
        if (filter.messageId() != null) {
            table = "(select * from disclosure where message_id = :messageId offset 0) found";
            params.put("messageId", filter.messageId());
        }
        if (DisclosureFilter.NOBODY.equals(filter.partner())) {
            where.append(" and partner is null");
        } else if (filter.partner() != null) {
            where.append(" and partner = :partner");
            params.put("partner", filter.partner());
        }
        if (filter.outcome() != null) {
            where.append(" and outcome = :outcome");
            params.put("outcome", filter.outcome().name());
        }
        if (filter.from() != null) {
            where.append(" and at >= :since");
            params.put("since", filter.from().atOffset(ZoneOffset.UTC));
        }
        if (filter.until() != null) {
            where.append(" and at < :until");
            params.put("until", filter.until().atOffset(ZoneOffset.UTC));
        }
        return "select * from " + table + " where " + where + " order by id desc limit :limit";
    }
}
