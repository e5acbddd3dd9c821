package dev.kapu.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class FirstAnswersTest {
    @Autowired
    FirstAnswers hubs;

    @Autowired
    AnsweredWriteStore store;

    @Autowired
    JdbcClient database;

    private final String partner = "first-answers-" + UUID.randomUUID();

    @Test
    void first_answers_are_forgotten_when_their_time_is_over_and_not_before() {
        for (int i = 0; i < 5; i++) {
            answered("old-" + i, Duration.ofDays(31));
        }
        answered("young", Duration.ofDays(29));

        new FirstAnswers(store, new GateProperties(Duration.ofDays(30)), Clock.systemUTC()).forget(2);

        assertThat(kept()).containsExactly("young");
        assertThat(store.claim(partner, named("young"), "IdCards/requestCard", new byte[32]))
                .isFalse();
        assertThat(store.claim(partner, named("old-0"), "IdCards/requestCard", new byte[32]))
                .isTrue();
    }

    @Test
    void the_hub_forgets_by_itself() {
        assertThat(hubs.isRunning()).isTrue();
        answered("old", Duration.ofDays(31));

        hubs.stop();
        hubs.start();

        await().untilAsserted(() -> assertThat(kept()).isEmpty());
    }

    private void answered(String id, Duration ago) {
        database.sql("insert into answered_write (partner, message_id, operation, body_hash, answered_at)"
                        + " values (?, ?, 'IdCards/requestCard', ''::bytea, ?)")
                .params(partner, id, Instant.now().minus(ago).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Headers named(String id) {
        return new Headers(null, id, null, null, null, null);
    }

    private List<String> kept() {
        return database.sql("select message_id from answered_write where partner = ? order by message_id")
                .param(partner)
                .query(String.class)
                .list();
    }
}
