package dev.kapu.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.access.Grant;
import dev.kapu.access.Policies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The records of what was disclosed, held against what really passed (K21). */
final class Evidence {
    private final JdbcClient jdbc;
    private final Map<String, Grant> grants;

    record Disclosed(
            String channel,
            String partner,
            String operation,
            String messageId,
            @Nullable String purpose,
            @Nullable String permission,
            String outcome,
            Set<String> persons,
            Set<String> fields) {}

    Evidence(ApplicationContext hub) {
        jdbc = hub.getBean(JdbcClient.class);
        grants =
                hub.getBean(Policies.class).grants().stream().collect(Collectors.toMap(Grant::id, Function.identity()));
    }

    void requireOfAnswers(List<Actor.Call> telling, String person) {
        assertThat(telling)
                .hasSizeGreaterThan(30)
                .allSatisfy(call -> requireRecord(call.partner(), call.messageId(), person, call.answer()));
    }

    /** Both ways: an event that is on record has come, too. */
    void requireOfEvents(PartnerQueues queues, String person) {
        await().untilAsserted(() -> assertThat(queues.about(person))
                .extracting(got -> got.partner() + " " + got.id())
                .containsExactlyInAnyOrderElementsOf(about(person, "EVENT")));
        assertThat(queues.about(person))
                .hasSizeGreaterThan(15)
                .allSatisfy(got -> requireRecord(got.partner(), got.id(), person, got.event()));
    }

    /** That nothing was disclosed of the person but to those who asked, and in the message that came by queue. */
    void requireNoOther(List<Actor.Call> asked, String byQueue, String person) {
        assertThat(about(person, "HTTP"))
                .isSubsetOf(asked.stream()
                        .map(call -> call.partner() + " " + call.messageId())
                        .toList());
        assertThat(about(person, "QUEUE")).containsExactly(byQueue);
        assertThat(about(person, "JMS")).isEmpty();
    }

    /** That what the partner got of the person is on record: by which right and law, of whom, and what. */
    private void requireRecord(String partner, String messageId, String person, Answer got) {
        assertThat(rows("message_id = ?", messageId))
                .filteredOn(record -> record.partner().equals(partner))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.outcome()).isEqualTo("ANSWERED");
                    assertThat(record.persons()).contains(person);
                    var grant = grants.get(String.valueOf(record.permission()));
                    assertThat(grant).as("grant %s", record.permission()).isNotNull();
                    assertThat(grant.operations()).contains(record.operation());
                    assertThat(grant.purpose()).isEqualTo(record.purpose());
                    assertThat(grant.legalBasis().text()).isNotBlank();
                    assertThat(grant.legalBasis().reference()).isNotBlank();
                    assertThat(record.fields())
                            .isNotEmpty()
                            .isEqualTo(grant.fields().stream()
                                    .filter(field -> stands(field, got))
                                    .collect(Collectors.toSet()));
                });
    }

    /** Partner and message id of all that was disclosed of the person in the channel. */
    private List<String> about(String person, String channel) {
        return rows("outcome = 'ANSWERED' and ? = any (persons)", person).stream()
                .filter(record -> record.channel().equals(channel))
                .map(record -> record.partner() + " " + record.messageId())
                .toList();
    }

    private static boolean stands(String field, Answer answer) {
        return Pattern.compile("<(?:\\w+:)?" + field + "[ >]")
                .matcher(answer.xml())
                .find();
    }

    private List<Disclosed> rows(String condition, String value) {
        return jdbc.sql("select * from disclosure where " + condition + " order by id")
                .param(value)
                .query((row, number) -> new Disclosed(
                        row.getString("channel"),
                        row.getString("partner"),
                        row.getString("operation"),
                        row.getString("message_id"),
                        row.getString("purpose"),
                        row.getString("permission"),
                        row.getString("outcome"),
                        texts(row, "persons"),
                        texts(row, "fields")))
                .list();
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }
}
