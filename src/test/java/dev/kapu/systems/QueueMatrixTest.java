package dev.kapu.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.messaging.BrokerAddress;
import dev.kapu.messaging.Queues;
import dev.kapu.messaging.Queues.QueueState;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.secret.InstitutionSecrets;
import jakarta.jms.JMSSecurityRuntimeException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As {@link PermissionMatrixTest}, by queue: every operation of every contract, asked for by every partner. */
@HubTest
class QueueMatrixTest {
    private static final Pattern FAULT = Pattern.compile("<faultcode>soap:([A-Za-z.]+)</faultcode>");
    private static final String REFUSED = "Client.Permission.NotPermitted";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private InstitutionSecrets secrets;

    @Autowired
    private BrokerAddress broker;

    @Autowired
    private Queues queues;

    @Autowired
    private JdbcClient jdbc;

    /** Whose plain messages a route reads. */
    private static final Set<String> READ = Set.of("school-program", "personnel-module");

    private final ShippedGrants grants = new ShippedGrants();
    private final Map<String, Correspondence> callers = new TreeMap<>();

    /** As it lies in a partner's queue. */
    private record Letter(String partner, String correlation) {}

    private record Asked(String caller, String operation, String message) {}

    @BeforeEach
    void connect() {
        grants.partners().forEach(name -> callers.put(name, new Correspondence(broker.url(), credentials, name)));
    }

    @AfterEach
    void close() {
        callers.values().forEach(Correspondence::close);
    }

    @Test
    void by_queue_nobody_without_a_grant_gets_anything_but_the_fault_and_a_record_K21() throws IOException {
        long dead = depth(state -> state.name().startsWith("kapu.dead"));
        var asked = askAll();

        var answers = answers();

        var wrong = new SoftAssertions();
        asked.forEach((letter, question) -> {
            var fault = fault(answers.getOrDefault(letter, ""));
            var what = wrong.assertThat(fault).as(question.caller + " " + question.operation);
            if (grants.isGranted(question.caller, question.operation)) {
                what.isNotEqualTo(REFUSED);
            } else {
                what.isEqualTo(REFUSED);
            }
        });
        wrong.assertThat(answers.keySet()).containsAll(asked.keySet());
        var correlations = asked.keySet().stream().map(Letter::correlation).collect(Collectors.toSet());
        wrong.assertThat(answers.keySet())
                .as("answers to others")
                .allMatch(letter -> asked.containsKey(letter) || !correlations.contains(letter.correlation));
        wrong.assertAll();
        assertThat(records(asked)).containsExactlyInAnyOrderElementsOf(expected(asked));
        assertThat(asked).hasSizeGreaterThan(400);
        assertThat(depth(state -> state.name().startsWith("kapu.dead"))).isEqualTo(dead);
    }

    @Test
    void a_partner_sends_to_its_own_queue_and_those_of_requests_and_reads_its_own_two() {
        var names = queues.all().stream().map(QueueState::name).toList();
        var wrong = new SoftAssertions();

        callers.forEach((name, caller) -> {
            for (var queue : names) {
                if (!queue.startsWith("kapu.requests.") && !(queue.equals("kapu.in." + name) && READ.contains(name))) {
                    wrong.assertThat(caller.maySend(queue))
                            .as(name + " sends to " + queue)
                            .isFalse();
                }
                wrong.assertThat(caller.mayRead(queue))
                        .as(name + " reads " + queue)
                        .isEqualTo(queue.equals("kapu.out." + name) || queue.equals("kapu.replies." + name));
            }
        });

        wrong.assertAll();
        assertThat(names).contains("kapu.dead", "kapu.expired", "kapu.in.school-program", "kapu.requests.IdCards");
    }

    @Test
    void an_institution_does_not_come_to_the_broker_with_its_secret() {
        var institution = new TestRegistry(jdbc).institution();
        var secret = secrets.issue(institution);

        try (var factory = new ActiveMQConnectionFactory(broker.url())) {
            assertThatThrownBy(() -> factory.createContext("institution-" + institution.text(), secret))
                    .isInstanceOf(JMSSecurityRuntimeException.class);
        }
    }

    private Map<Letter, Asked> askAll() throws IOException {
        var institution = new TestRegistry(jdbc).institution().text();
        var asked = new HashMap<Letter, Asked>();
        for (var sample : SampleMessages.ofAll().entrySet()) {
            var operation = sample.getKey();
            var service = operation.substring(0, operation.indexOf('/'));
            callers.forEach((name, caller) -> {
                var message = UUID.randomUUID().toString();
                var represented = name.equals("school-program")
                        ? "<r:representedParty><r:partyCode>" + institution + "</r:partyCode></r:representedParty>"
                        : "";
                var envelope = PartnerClient.envelope(
                        "submission", Map.of("id", message, "represented", represented, "body", sample.getValue()));
                asked.put(new Letter(name, caller.send(service, envelope)), new Asked(name, operation, message));
            });
        }
        return asked;
    }

    private Map<Letter, String> answers() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var answers = new HashMap<Letter, String>();
        callers.forEach((name, caller) -> caller.answers(deadline)
                .forEach((correlation, text) -> answers.put(new Letter(name, correlation), text)));
        return answers;
    }

    /** One for each message; of those that a grant covers, only that there is one. */
    private List<String> expected(Map<Letter, Asked> asked) {
        return asked.values().stream()
                .map(question -> question.message + " JMS " + question.caller + " " + question.operation
                        + (grants.isGranted(question.caller, question.operation) ? "" : " REFUSED " + REFUSED))
                .toList();
    }

    private List<String> records(Map<Letter, Asked> asked) {
        return jdbc.sql("""
                        select message_id, channel, partner, operation, outcome, reason from disclosure
                         where message_id = any(:messages)""")
                .param("messages", asked.values().stream().map(Asked::message).toArray(String[]::new))
                .query((row, number) -> {
                    var caller = row.getString("partner");
                    var operation = row.getString("operation");
                    return row.getString("message_id") + " " + row.getString("channel") + " " + caller + " " + operation
                            + (grants.isGranted(caller, operation)
                                    ? ""
                                    : " " + row.getString("outcome") + " " + row.getString("reason"));
                })
                .list();
    }

    private long depth(Predicate<QueueState> which) {
        return queues.all().stream().filter(which).mapToLong(QueueState::depth).sum();
    }

    private static String fault(String answer) {
        var fault = FAULT.matcher(answer);
        return fault.find() ? fault.group(1) : "";
    }
}
