package dev.kapu.messaging;

import dev.kapu.messaging.Queues.DeadLetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.management.QueueControl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dead letters of the embedded broker, seen from inside it. */
final class EmbeddedLetters {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedLetters.class);

    private final ActiveMQServer server;
    private final KeptEvents events;

    EmbeddedLetters(ActiveMQServer server, KeptEvents events) {
        this.server = server;
        this.events = events;
    }

    private Stream<Queue> dead() {
        return EmbeddedQueues.queues(server).filter(queue -> QueueNames.isDead(EmbeddedQueues.name(queue)));
    }

    List<DeadLetter> oldest(int limit) {
        var letters = new ArrayList<DeadLetter>();
        for (var queue : dead().toList()) {
            try (var messages = queue.browserIterator()) {
                for (int taken = 0; taken < limit && messages.hasNext(); taken++) {
                    letters.add(new EmbeddedLetter(
                                    EmbeddedQueues.name(queue), messages.next().getMessage())
                            .shown());
                }
            }
        }
        return letters;
    }

    Optional<Boolean> holds(String name, String messageId) {
        var queue = server.isActive() ? server.locateQueue(name) : null;
        return queue == null
                ? Optional.empty()
                : Optional.of(number(messageId)
                        .filter(id -> EmbeddedLetter.find(queue, id) != null)
                        .isPresent());
    }

    boolean replay(String messageId) {
        return number(messageId)
                .filter(id -> dead().anyMatch(queue -> replay(queue, id)))
                .isPresent();
    }

    int replayAll(String name) {
        return dead().filter(queue -> EmbeddedQueues.name(queue).equals(name))
                .mapToInt(queue -> (int)
                        ids(queue).stream().filter(id -> replay(queue, id)).count())
                .sum();
    }

    private static List<Long> ids(Queue dead) {
        var ids = new ArrayList<Long>();
        try (var messages = dead.browserIterator()) {
            while (messages.hasNext() && ids.size() < Queues.MOST_LETTERS) {
                ids.add(messages.next().getMessage().getMessageID());
            }
        }
        return ids;
    }

    boolean discard(String messageId) {
        return number(messageId)
                .filter(id -> dead().anyMatch(queue -> discard(queue, id)))
                .isPresent();
    }

    private static Optional<Long> number(String messageId) {
        try {
            return Optional.of(Long.valueOf(messageId));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean replay(Queue dead, long id) {
        var letter = EmbeddedLetter.find(dead, id);
        if (letter == null) {
            return false;
        }
        var origin = letter.origin().orElse("?");
        try {
            var replayed = letter.isOfTheOutbox() ? leaves(letter) : returns(letter, origin);
            if (replayed) {
                log.info("Dead letter {} of {} sent again to {}", id, letter.dead(), origin);
            }
            return replayed;
        } catch (Exception e) {
            log.warn("Dead letter {} of {} cannot be sent again: {}", id, letter.dead(), e.toString());
            return false;
        }
    }

    private boolean discard(Queue dead, long id) {
        var letter = EmbeddedLetter.find(dead, id);
        if (letter == null) {
            return false;
        }
        try {
            var gone = (!letter.isOfTheOutbox() || isKeptNoLonger(letter))
                    && control(letter).removeMessage(id);
            if (gone) {
                log.info("Dead letter {} of {} discarded", id, letter.dead());
            }
            return gone;
        } catch (Exception e) {
            log.warn("Dead letter {} of {} cannot be discarded: {}", id, letter.dead(), e.toString());
            return false;
        }
    }

    private QueueControl control(EmbeddedLetter letter) {
        return server.getManagementService().getQueueControl(letter.dead());
    }

    private boolean isKeptNoLonger(EmbeddedLetter letter) {
        var event = letter.event();
        var partner = letter.partner();
        return event == null || partner.isEmpty() || events.discard(partner.get(), event);
    }

    private boolean returns(EmbeddedLetter letter, String origin) throws Exception {
        return Letters.mayReturnTo(letter.dead(), origin)
                && server.locateQueue(origin) != null
                && control(letter).moveMessage(letter.id(), origin, false);
    }

    private boolean leaves(EmbeddedLetter letter) throws Exception {
        var event = letter.event();
        var partner = letter.partner();
        return event != null
                && partner.isPresent()
                && events.sendAgain(partner.get(), event)
                && control(letter).removeMessage(letter.id());
    }
}
