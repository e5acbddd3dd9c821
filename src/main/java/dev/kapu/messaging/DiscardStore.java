package dev.kapu.messaging;

import dev.kapu.messaging.Queues.DeadLetter;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What administrators have discarded. */
class DiscardStore {
    private final JdbcClient jdbc;

    DiscardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(DeadLetter letter, String by) {
        jdbc.sql("""
                insert into discarded_letter (by, queue, origin, reason, place, message_id, sent_at)
                values (:by, :queue, :origin, :reason, :place, :messageId, :sentAt)""")
                .param("by", by)
                .param("queue", letter.queue())
                .param("origin", letter.origin())
                .param("reason", letter.reason())
                .param("place", letter.where())
                .param("messageId", letter.sendersId())
                .param("sentAt", letter.at().atOffset(ZoneOffset.UTC))
                .update();
    }
}
