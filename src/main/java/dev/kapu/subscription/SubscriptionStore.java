package dev.kapu.subscription;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The outbox leaves out what stands here, in the transaction of the event. */
@Component
class SubscriptionStore {
    private final JdbcClient jdbc;

    SubscriptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Since when, by kind. */
    Map<String, Instant> declined(String partner) {
        var declined = new HashMap<String, Instant>();
        jdbc.sql("select kind, since from declined_event where partner = ?")
                .param(partner)
                .query(row -> {
                    declined.put(row.getString(1), row.getTimestamp(2).toInstant());
                });
        return declined;
    }

    void decline(String partner, Collection<String> kinds) {
        jdbc.sql("insert into declined_event (partner, kind) select ?, unnest(?::text[]) on conflict do nothing")
                .params(partner, kinds.toArray(String[]::new))
                .update();
    }

    void want(String partner, Collection<String> kinds) {
        jdbc.sql("delete from declined_event where partner = ? and kind = any (?::text[])")
                .params(partner, kinds.toArray(String[]::new))
                .update();
    }
}
