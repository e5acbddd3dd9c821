package dev.kapu.audit;

import dev.kapu.audit.DisclosureRecord.Outcome;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the table of records refuse some of one message's, as a broken database would refuse all. */
public final class RefusingTable implements AutoCloseable {
    private final JdbcClient owner;

    private RefusingTable(DataSource owner, String condition) {
        this.owner = JdbcClient.create(owner);
        this.owner.sql("""
                create or replace function refuse_record() returns trigger language plpgsql as
                $$ begin raise exception 'refused' using errcode = 'check_violation'; end $$""").update();
        this.owner
                .sql("create trigger refuse_record before insert on disclosure for each row when (" + condition
                        + ") execute function refuse_record()")
                .update();
    }

    /** @param messageId made by the test: it becomes part of a statement */
    public static RefusingTable all(DataSource owner, String messageId) {
        return new RefusingTable(owner, "new.message_id = '" + messageId + "'");
    }

    public static RefusingTable only(DataSource owner, String messageId, Outcome outcome) {
        return new RefusingTable(
                owner, "new.message_id = '" + messageId + "' and new.outcome = '" + outcome.name() + "'");
    }

    @Override
    public void close() {
        owner.sql("drop function refuse_record cascade").update();
    }
}
