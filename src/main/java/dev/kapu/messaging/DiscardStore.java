package dev.kapu.messaging;

import dev.kapu.messaging.Queues.DeadLetter;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What administrators wanted to discard, and what became of it. */
class DiscardStore {
    private final JdbcClient jdbc;

    DiscardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum Outcome {
        DISCARDED,
        /** It is in its queue. */
        STAYED,
        /** It is not there any more; perhaps somebody else discarded it or sent it again. */
        GONE
    }

    /** A discard of which nobody has said what became of it. */
    record Open(long id, String queue, String letter) {}

    long intend(DeadLetter letter, String by) {
        return jdbc.sql("""
                insert into discarded_letter (by, letter, queue, origin, reason, place, message_id, sent_at)
                values (:by, :letter, :queue, :origin, :reason, :place, :messageId, :sentAt)
                returning id""")
                .param("by", by)
                .param("letter", letter.messageId())
                .param("queue", letter.queue())
                .param("origin", letter.origin())
                .param("reason", letter.reason())
                .param("place", letter.where())
                .param("messageId", letter.sendersId())
                .param("sentAt", letter.at().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Whoever did it knows better than who only looked. */
    void done(long id, Outcome outcome) {
        jdbc.sql("update discarded_letter set outcome = ?, outcome_at = now() where id = ?")
                .params(word(outcome), id)
                .update();
    }

    void found(long id, Outcome outcome) {
        jdbc.sql("update discarded_letter set outcome = ?, outcome_at = now() where id = ? and outcome is null")
                .params(word(outcome), id)
                .update();
    }

    List<Open> open(Duration since) {
        return jdbc.sql("""
                select id, queue, letter from discarded_letter
                 where outcome is null and at <= now() - make_interval(secs => ?) order by id limit 100""")
                .param(since.toSeconds())
                .query((row, number) -> new Open(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
