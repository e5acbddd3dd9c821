package dev.kapu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HubTest
class ChangeRecorderTest {
    @Autowired
    ChangeRecorder recorder;

    @Autowired
    Recorder records;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    JdbcClient database;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    private final String messageId = UUID.randomUUID().toString();

    @Test
    void a_record_is_there_when_its_transaction_is_and_reads_as_it_was_made() {
        var made = Disclosures.answered(messageId);

        transactions.executeWithoutResult(status -> recorder.recordWithin(made));

        assertThat(records.latest(1_000))
                .usingRecursiveFieldByFieldElementComparator()
                .contains(made);
    }

    @Test
    void a_record_is_gone_with_its_transaction() {
        transactions.executeWithoutResult(status -> {
            recorder.recordWithin(Disclosures.answered(messageId));
            assertThat(rows()).isEqualTo(1);
            status.setRollbackOnly();
        });

        assertThat(rows()).isZero();
    }

    @Test
    void its_transaction_is_a_durable_one_and_the_next_is_as_it_was() {
        var patience = setting("statement_timeout");

        transactions.executeWithoutResult(status -> {
            database.sql("set local synchronous_commit = off").update();

            recorder.recordWithin(Disclosures.answered(messageId));

            assertThat(setting("synchronous_commit")).isEqualTo("on");
        });

        assertThat(setting("statement_timeout")).isEqualTo(patience);
    }

    @Test
    void a_table_that_does_not_answer_is_not_waited_for_for_ever() throws Exception {
        var impatient = new ChangeDisclosureStore(
                jdbc, new AuditProperties(Duration.ofMillis(200), 1, 512, Duration.ZERO, 10_000));
        try (var owned = owner.getConnection();
                var statement = owned.createStatement()) {
            owned.setAutoCommit(false);
            statement.execute("lock table disclosure in access exclusive mode");

            assertThatThrownBy(() -> transactions.executeWithoutResult(
                            status -> impatient.recordWithin(Disclosures.answered(messageId))))
                    .isInstanceOfSatisfying(
                            FaultException.class, no -> assertThat(no.fault()).isEqualTo(Fault.NOT_RECORDED));
        }
        assertThat(rows()).isZero();
    }

    @Test
    void without_a_transaction_nothing_is_recorded() {
        assertThatThrownBy(() -> recorder.recordWithin(Disclosures.answered(messageId)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(rows()).isZero();
    }

    private String setting(String name) {
        return database.sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    private long rows() {
        return database.sql("select count(*) from disclosure where message_id = ?")
                .param(messageId)
                .query(Long.class)
                .single();
    }
}
