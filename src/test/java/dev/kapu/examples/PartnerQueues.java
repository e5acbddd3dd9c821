package dev.kapu.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.PartnerClient;
import dev.kapu.access.Grant;
import dev.kapu.access.Policies;
import dev.kapu.messaging.BrokerAddress;
import dev.kapu.pki.DevelopmentCredentials;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.awaitility.Awaitility;
import org.springframework.context.ApplicationContext;

/** The partners at the broker, each with its own login: what lies in its queue, and what it says by queue. */
final class PartnerQueues {
    private static final Pattern ROOT = Pattern.compile("^(?:<\\?.*?\\?>)?\\s*<(?:\\w+:)?(\\w+)");

    private final Policies policies;
    private final DevelopmentCredentials credentials;
    private final String broker;

    /** An event as it came to a partner. */
    record Got(String partner, Answer event) {
        String id() {
            return event.one("eventId");
        }

        String kind() {
            var root = ROOT.matcher(event.xml());
            return root.find() ? root.group(1) : "none";
        }
    }

    PartnerQueues(ApplicationContext hub) {
        policies = hub.getBean(Policies.class);
        credentials = hub.getBean(DevelopmentCredentials.class);
        broker = hub.getBean(BrokerAddress.class).url();
    }

    /** Who may have an event of the kind. */
    Set<String> entitled(String kind) {
        return new TreeSet<>(policies.holders("events/" + kind));
    }

    /** The events in which the code stands, in anybody's queue; they stay there. */
    List<Got> about(String code) {
        return policies.grants().stream()
                .filter(grant -> grant.operations().stream().anyMatch(one -> one.startsWith("events/")))
                .map(Grant::partner)
                .distinct()
                .flatMap(partner -> about(code, partner).stream())
                .toList();
    }

    /** Those in the partner's queue. */
    List<Got> about(String code, String partner) {
        return at(partner, jms -> browse(jms, partner, code));
    }

    /** Until the partner has events of all these kinds about the code. */
    void await(String code, String partner, String... kinds) {
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(about(code, partner)).extracting(Got::kind).contains(kinds));
    }

    /** The last event of the kind about the code and the institution, as soon as there is one. */
    Answer next(String code, String partner, String kind, String institution) {
        return Awaitility.await()
                .until(
                        () -> about(code, partner).stream()
                                .filter(got -> got.kind().equals(kind)
                                        && got.event().all("institutionCode").contains(institution))
                                .map(Got::event)
                                .reduce((earlier, later) -> later),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** @return the message's id */
    String sends(String partner, String message, Map<String, String> words) {
        var id = UUID.randomUUID().toString();
        var values = new HashMap<>(words);
        at(partner, jms -> {
            jms.createProducer()
                    .setProperty("id", id)
                    .send(jms.createQueue("kapu.in." + partner), PartnerClient.envelope("examples/" + message, values));
            return id;
        });
        return id;
    }

    private static List<Got> browse(JMSContext jms, String partner, String code) {
        try (var browser = jms.createBrowser(jms.createQueue("kapu.out." + partner))) {
            var found = new ArrayList<Got>();
            for (var message : Collections.list(browser.getEnumeration())) {
                var body = ((Message) message).getBody(String.class);
                if (body.contains(code)) {
                    found.add(new Got(partner, new Answer(body)));
                }
            }
            return found;
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T at(String partner, Function<JMSContext, T> work) {
        try (var factory = new ActiveMQConnectionFactory(broker);
                var jms = factory.createContext(partner, Files.readString(credentials.secret(partner)))) {
            return work.apply(jms);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
