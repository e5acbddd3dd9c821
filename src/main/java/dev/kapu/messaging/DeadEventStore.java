package dev.kapu.messaging;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events of the outbox that are dead letters. */
class DeadEventStore {
    private final JdbcClient jdbc;

    DeadEventStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void bury(long id, String code) {
        jdbc.sql("""
                update outbox
                   set attempts = attempts + 1, own_failures = own_failures + 1, last_error = :code, buried_at = now()
                 where id = :id
                """).param("id", id).param("code", code).update();
    }

    /** At once, before later events of the person that still wait. */
    boolean sendAgain(String partner, UUID eventId) {
        return jdbc.sql("""
                update outbox
                   set attempts = 0, own_failures = 0, last_error = null, buried_at = null, next_attempt_at = now()
                 where partner = :partner and event_id = :eventId and buried_at is not null
                """).param("partner", partner).param("eventId", eventId).update() > 0;
    }

    /** The history keeps that it was. */
    boolean discard(String partner, UUID eventId) {
        return jdbc.sql("""
                with gone as (delete from outbox
                               where partner = :partner and event_id = :eventId and buried_at is not null
                              returning *)
                insert into outbox_history (id, event_id, kind, partner, occurred_at, attempts, outcome)
                select id, event_id, kind, partner, occurred_at, attempts, 'discarded' from gone
                """).param("partner", partner).param("eventId", eventId).update() > 0;
    }

    /** Dead or not. */
    boolean holds(String partner, UUID eventId) {
        return jdbc.sql("select exists (select from outbox where partner = :partner and event_id = :eventId)")
                .param("partner", partner)
                .param("eventId", eventId)
                .query(Boolean.class)
                .single();
    }
}
