package dev.kapu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K27: the records of one person are found before and after they are entered under the person, and only once. */
@HubTest
class PersonalRecordsTest {
    @Autowired
    private Recorder recorder;

    @Autowired
    private PersonalRecords records;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_record_is_found_at_once_and_after_it_is_entered() {
        var id = UUID.randomUUID().toString();
        recorder.record(Disclosures.answered(id));

        assertThat(found(id)).isEqualTo(1);
        records.enter();
        records.enter();

        assertThat(found(id)).isEqualTo(1);
        assertThat(jdbc.sql("""
                        select count(*) from disclosure_person join disclosure on disclosure_id = id
                         where message_id = ?""").param(id).query(Integer.class).single()).isEqualTo(2);
    }

    private long found(String messageId) {
        return records.about(List.of("70000000016", "72000000154"), null, 10_000).stream()
                .map(PersonalRecord::record)
                .filter(record -> messageId.equals(record.messageId()))
                .count();
    }
}
