package dev.kapu.audit;

import dev.kapu.audit.DisclosureRecord.Outcome;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the table of records refuse some of one message's, as a broken database would refuse all. */
public final class RefusingTable implements AutoCloseable {
    private final JdbcClient owner;

    private RefusingTable(DataSource owner, String condition, String body) {
        this.owner = JdbcClient.create(owner);
        this.owner
                .sql("create or replace function refuse_record() returns trigger language plpgsql as $$ " + body
                        + " $$")
                .update();
        this.owner
                .sql("create trigger refuse_record before insert on disclosure for each row when (" + condition
                        + ") execute function refuse_record()")
                .update();
    }

    /** @param messageId made by the test: it becomes part of a statement */
    public static RefusingTable all(DataSource owner, String messageId) {
        return refusing(owner, "new.message_id = '" + messageId + "'");
    }

    public static RefusingTable only(DataSource owner, String messageId, Outcome outcome) {
        return refusing(owner, "new.message_id = '" + messageId + "' and new.outcome = '" + outcome.name() + "'");
    }

    private static RefusingTable refusing(DataSource owner, String condition) {
        return new RefusingTable(
                owner, condition, "begin raise exception 'refused' using errcode = 'check_violation'; end");
    }

    /** As on a full disk: so many records of one transaction find room on a page that is there, the next needs another. */
    static RefusingTable full(DataSource owner, String messageId, int records) {
        return new RefusingTable(owner, "new.message_id = '" + messageId + "'", """
                declare
                    stored int := coalesce(nullif(current_setting('test.stored', true), ''), '0')::int;
                begin
                    if stored >= %d then
                        raise exception 'no space left on device' using errcode = 'disk_full';
                    end if;
                    perform set_config('test.stored', (stored + 1)::text, true);
                    return new;
                end""".formatted(records));
    }

    @Override
    public void close() {
        owner.sql("drop function refuse_record cascade").update();
    }
}
