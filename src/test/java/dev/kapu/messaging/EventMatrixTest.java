package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.gate.Contracts;
import dev.kapu.registry.RegistryEvent;
import dev.kapu.systems.ShippedGrants;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * Every kind of events, of a person and an institution in everybody's reach: each comes to exactly the partners that hold
 * a grant for it, with the fields of that grant and no others (K21). Who holds which is read from the policy's file.
 */
@HubTest
class EventMatrixTest {
    @Autowired
    private ApplicationEventPublisher registry;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Contracts contracts;

    @Autowired
    private ConnectionFactory hubConnectionFactory;

    @Autowired
    private JdbcClient jdbc;

    private final ShippedGrants grants = new ShippedGrants();
    private Map<String, RegistryEvent> events;

    @BeforeEach
    void events() {
        events = new EveryEvent(jdbc)
                .all().stream().collect(Collectors.toMap(EventContracts::kind, Function.identity()));
    }

    @Test
    void the_events_to_test_with_are_of_every_kind_and_have_every_field() {
        assertThat(events.keySet()).isEqualTo(contracts.events().keySet());
        events.forEach((kind, event) -> assertThat(fields(event)).as(kind).isEqualTo(fieldsOf(kind)));
    }

    @Test
    void each_comes_to_who_holds_a_grant_with_the_fields_of_the_grant_and_to_nobody_else_K21() throws Exception {
        transactions.executeWithoutResult(status -> events.values().forEach(registry::publishEvent));

        await().until(() -> waiting() == 0);

        assertThat(arrived()).isEqualTo(expected());
        assertThat(recorded()).isEqualTo(expected());
    }

    /** The fields that may leave, by partner and kind. */
    private Map<String, Set<String>> expected() {
        var expected = new TreeMap<String, Set<String>>();
        events.keySet()
                .forEach(kind -> grants.recipients(kind).forEach((partner, granted) -> {
                    var fields = fieldsOf(kind);
                    fields.retainAll(granted);
                    expected.put(partner + " " + kind, fields);
                }));
        return expected;
    }

    private Map<String, Set<String>> arrived() throws Exception {
        var arrived = new TreeMap<String, Set<String>>();
        for (var partner : grants.partners()) {
            for (var message : messages("kapu.out." + partner)) {
                var event = root(message);
                assertThat(arrived.put(partner + " " + event.getLocalName(), children(event)))
                        .as("once")
                        .isNull();
            }
        }
        return arrived;
    }

    private List<String> messages(String queue) throws JMSException {
        var ids = events.values().stream()
                .map(event -> "'" + event.eventId() + "'")
                .collect(Collectors.joining(", "));
        var texts = new ArrayList<String>();
        try (var connection = hubConnectionFactory.createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var browser = session.createBrowser(
                        session.createQueue(queue), EventStamp.DUPLICATE_ID + " in (" + ids + ")")) {
            connection.start();
            for (var message : Collections.list((Enumeration<?>) browser.getEnumeration())) {
                texts.add(((Message) message).getBody(String.class));
            }
        }
        return texts;
    }

    private Map<String, Set<String>> recorded() {
        var recorded = new TreeMap<String, Set<String>>();
        jdbc.sql("""
                        select partner || ' ' || substr(operation, 8) as what, fields from disclosure
                         where message_id = any(:ids) and channel = 'EVENT' and outcome = 'ANSWERED'""").param("ids", ids()).query(row -> {
            recorded.put(row.getString("what"), new TreeSet<>(Arrays.asList((String[])
                    row.getArray("fields").getArray())));
        });
        return recorded;
    }

    private String[] ids() {
        return events.values().stream().map(event -> event.eventId().toString()).toArray(String[]::new);
    }

    private long waiting() {
        return jdbc.sql("select count(*) from outbox where event_id = any(:ids::uuid[])")
                .param("ids", ids())
                .query(Long.class)
                .single();
    }

    /** By the contract. */
    private Set<String> fieldsOf(String kind) {
        var type = Objects.requireNonNull(contracts.events().get(kind));
        return Arrays.stream(type.getDeclaredFields())
                .map(Field::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> fields(RegistryEvent event) {
        var contracts = new EventContracts();
        return children(root(contracts.write(contracts.of(event))));
    }

    private static Node root(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> children(Node event) {
        var names = new TreeSet<String>();
        for (var child = event.getFirstChild(); child != null; child = child.getNextSibling()) {
            names.add(child.getLocalName());
        }
        return names;
    }
}
