package dev.kapu.gate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** First answers of writes, by partner and message id. */
@Component
final class AnsweredWriteStore {
    record First(String operation, byte[] hash, Writes.Answer answer) {}

    private final JdbcClient jdbc;

    AnsweredWriteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * False if the id is taken; then the taker's transaction, if still running, was waited for. Says to the rest of the
     * transaction on whose behalf it runs: columns of the registry's history have these settings as their defaults.
     */
    boolean claim(String partner, Headers headers, String operation, byte[] hash) {
        return jdbc.sql("""
                        insert into kapu.answered_write (partner, message_id, operation, body_hash)
                        select set_config('kapu.partner', :partner, true), set_config('kapu.message', :id, true),
                               :operation, :hash
                         where set_config('kapu.institution', coalesce(:institution, ''), true) is not null
                           and set_config('kapu.end_user', coalesce(:endUser, ''), true) is not null
                        on conflict do nothing
                        """)
                        .param("partner", partner)
                        .param("id", headers.id())
                        .param("operation", operation)
                        .param("hash", hash)
                        .param("institution", headers.representedParty())
                        .param("endUser", headers.userId())
                        .update()
                == 1;
    }

    void complete(String partner, String messageId, Writes.Answer answer) {
        jdbc.sql("""
                update kapu.answered_write set answer = ?, persons = ?, fields = ?
                where partner = ? and message_id = ?
                """)
                .params(
                        answer.body(),
                        answer.disclosure().persons().toArray(String[]::new),
                        answer.disclosure().fields().toArray(String[]::new),
                        partner,
                        messageId)
                .update();
    }

    First first(String partner, String messageId) {
        return jdbc.sql("""
                select operation, body_hash, answer, persons, fields from kapu.answered_write
                where partner = ? and message_id = ?
                """)
                .params(partner, messageId)
                .query((row, n) -> new First(
                        row.getString(1),
                        row.getBytes(2),
                        new Writes.Answer(
                                row.getBytes(3),
                                new Disclosure(
                                        List.of((String[]) row.getArray(4).getArray()),
                                        Set.of((String[]) row.getArray(5).getArray())))))
                .single();
    }

    /** @return how many were deleted; what another node deletes at this moment is left to it */
    int deleteOlder(Instant than, int most) {
        return jdbc.sql("""
                delete from kapu.answered_write where (partner, message_id) in (
                    select partner, message_id from kapu.answered_write where answered_at < ?
                    limit ? for update skip locked)
                """).params(than.atOffset(ZoneOffset.UTC), most).update();
    }
}
