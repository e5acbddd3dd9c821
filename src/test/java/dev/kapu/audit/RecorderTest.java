package dev.kapu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class RecorderTest {
    @Autowired
    Recorder recorder;

    @Autowired
    JdbcClient database;

    private final String messageId = UUID.randomUUID().toString();

    @Test
    void a_record_is_committed_when_the_call_returns() {
        recorder.record(Disclosures.answered(messageId));

        assertThat(rows(messageId)).isEqualTo(1);
    }

    @Test
    void what_is_read_is_what_was_recorded() {
        var full = Disclosures.answered(
                messageId, "Őri Zoltán \uD83C\uDF93", Disclosures.answered("").at());
        var empty = Disclosures.refused(messageId, null);

        recorder.record(full);
        recorder.record(empty);

        assertThat(recorder.latest(1_000))
                .usingRecursiveFieldByFieldElementComparator()
                .contains(full, empty);
    }

    @Test
    void every_row_has_a_salt_of_its_own() {
        recorder.record(Disclosures.answered(messageId));
        recorder.record(Disclosures.answered(messageId));

        assertThat(database.sql(
                                "select count(distinct salt) from disclosure where message_id = ? and length(salt) = 16")
                        .param(messageId)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void text_that_the_database_cannot_hold_is_recorded_in_the_nearest_form() {
        recorder.record(Disclosures.refused(messageId, "a\0b\uD800c"));

        assertThat(recorder.latest(1_000))
                .filteredOn(found -> messageId.equals(found.messageId()))
                .extracting(DisclosureRecord::claimedPartner)
                .containsExactly("a\uFFFDb?c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update disclosure set reason = null",
                "delete from disclosure",
                "truncate disclosure",
                "drop table disclosure",
                "alter table disclosure disable trigger all",
                "set role kapu_owner"
            })
    void the_hub_cannot_change_what_is_recorded(String statement) {
        assertThatThrownBy(() -> database.sql(statement).update())
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner");
    }

    private long rows(String messageId) {
        return database.sql("select count(*) from disclosure where message_id = ?")
                .param(messageId)
                .query(Long.class)
                .single();
    }
}
