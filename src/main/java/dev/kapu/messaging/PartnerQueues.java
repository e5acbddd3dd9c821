package dev.kapu.messaging;

import java.util.List;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the queues of every partner at the embedded broker, those of partners who come later too. None is deleted. */
final class PartnerQueues {
    private static final Logger log = LoggerFactory.getLogger(PartnerQueues.class);

    private final ActiveMQServer server;
    private final BrokerUsers users;

    PartnerQueues(ActiveMQServer server, BrokerUsers users) {
        this.server = server;
        this.users = users;
    }

    void ensure() {
        EmbeddedQueues.queues(server).forEach(this::boundGroups);
        for (var queue : List.of(QueueNames.DEAD, QueueNames.EXPIRED, QueueNames.SELFTEST)) {
            ensure(queue);
        }
        for (var partner : users.names()) {
            if (QueueNames.canBeUser(partner)) {
                ensureOf(partner);
            } else {
                log.warn("Partner {} gets no queues: a broker user's name is lower-case letters, digits, -", partner);
            }
        }
    }

    void ensureOf(String partner) {
        // The dead letters first: a queue must not exist for a moment without its own.
        ensure(QueueNames.dead(partner));
        for (var queue : List.of(QueueNames.in(partner), QueueNames.out(partner), QueueNames.replies(partner))) {
            if (server.locateQueue(queue) == null || !buriesAt(queue, QueueNames.dead(partner))) {
                var settings = new AddressSettings(
                        server.getAddressSettingsRepository().getMatch(queue));
                settings.setDeadLetterAddress(SimpleString.of(QueueNames.dead(partner)));
                server.getAddressSettingsRepository().addMatch(queue, settings);
                ensure(queue);
            }
        }
    }

    /** A queue keeps what was set when it was made. */
    private void boundGroups(Queue queue) {
        var name = queue.getName();
        var buckets =
                server.getAddressSettingsRepository().getMatch(name.toString()).getDefaultGroupBuckets();
        if (queue.getGroupBuckets() != buckets) {
            try {
                server.updateQueue(QueueConfiguration.of(name).setGroupBuckets(buckets));
            } catch (Exception e) {
                throw new IllegalStateException("groups of the queue " + name + " cannot be bounded", e);
            }
        }
    }

    private boolean buriesAt(String queue, String dead) {
        var settings = server.getAddressSettingsRepository().getMatch(queue);
        return SimpleString.of(dead).equals(settings.getDeadLetterAddress());
    }

    private void ensure(String queue) {
        if (server.locateQueue(queue) == null) {
            try {
                server.createQueue(
                        QueueConfiguration.of(queue)
                                .setRoutingType(RoutingType.ANYCAST)
                                .setDurable(true)
                                .setAutoCreateAddress(true)
                                .setAutoDelete(false),
                        true);
            } catch (Exception e) {
                throw new IllegalStateException("queue " + queue + " cannot be made", e);
            }
        }
    }
}
