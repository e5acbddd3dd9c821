package dev.kapu.examples;

import dev.kapu.PartnerClient;
import dev.kapu.access.Policies;
import dev.kapu.messaging.BrokerAddress;
import dev.kapu.pki.DevelopmentCredentials;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.context.ApplicationContext;

/** The partners at the broker, each with its own login: what lies in its queue, and what it says by queue. */
final class PartnerQueues {
    private final Policies policies;
    private final DevelopmentCredentials credentials;
    private final String broker;

    /** An event as it came to a partner. */
    record Got(String partner, String eventId, String kind, Answer event) {}

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
        return policies.partners().stream()
                .filter(partner -> policies.grants().stream()
                        .anyMatch(grant -> partner.name().equals(grant.partner())
                                && grant.operations().stream().anyMatch(one -> one.startsWith("events/"))))
                .flatMap(partner -> at(partner.name(), jms -> browse(jms, partner.name(), code)))
                .toList();
    }

    /** @return the message's id */
    String sends(String partner, String message, Map<String, String> words) {
        var id = UUID.randomUUID().toString();
        var values = new HashMap<>(words);
        at(partner, jms -> {
            jms.createProducer()
                    .setProperty("id", id)
                    .send(
                            jms.createQueue("kapu.in." + partner),
                            PartnerClient.envelope("examples/" + message, values));
            return id;
        });
        return id;
    }

    private static Stream<Got> browse(JMSContext jms, String partner, String code) {
        try (var browser = jms.createBrowser(jms.createQueue("kapu.out." + partner))) {
            var found = Stream.<Got>builder();
            for (var each : Collections.list(browser.getEnumeration())) {
                var message = (Message) each;
                var body = message.getBody(String.class);
                if (body.contains(code)) {
                    var event = new Answer(body);
                    found.add(new Got(partner, event.one("eventId"), message.getStringProperty("kapuEventKind"), event));
                }
            }
            return found.build();
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
