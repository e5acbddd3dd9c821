package dev.kapu.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What administrators see of the queues, and what they can do: send a dead letter on its way again, or discard it. */
public interface Queues {
    int MOST_LETTERS = 10_000;

    /** Sorted by name. */
    List<QueueState> all();

    /**
     * The oldest of each dead-letter queue first; never what is in them.
     *
     * @param limit of each queue, so that a flood in one hides no other
     */
    List<DeadLetter> deadLetters(int limit);

    /**
     * Puts a dead letter back into the queue it came from.
     *
     * @return false if it is not there any more, or came from no queue of the hub
     */
    boolean replay(String messageId);

    /**
     * {@link #replay} of all that lie in a dead-letter queue, the oldest first.
     *
     * @return how many are on their way again
     */
    int replayAll(String queue);

    /** One of the dead letters, as {@link #deadLetters} shows it. */
    default Optional<DeadLetter> deadLetter(String messageId) {
        return deadLetters(MOST_LETTERS).stream()
                .filter(letter -> letter.messageId().equals(messageId))
                .findFirst();
    }

    /** Whether a message is in a queue; empty where the broker does not say. */
    Optional<Boolean> holds(String queue, String messageId);

    /**
     * Takes a dead letter away for good; by {@link Discards}, which keeps a record.
     *
     * @return false if it is not there any more
     */
    boolean discard(String messageId);

    BrokerHealth health();

    /**
     * @param depth messages in the queue; -1 where the broker does not say
     * @param consumers connected now; -1 where the broker does not say
     * @param added messages since the broker started; -1 where it does not say
     * @param deadLetters waiting in the dead-letter queue that belongs to this one; -1 where the broker does not say
     * @param oldest when the first message in the queue was sent
     * @param countedTo where counting ends: so many messages are so many or more
     */
    record QueueState(
            String name,
            long depth,
            int consumers,
            long added,
            long deadLetters,
            @Nullable Instant oldest,
            long countedTo) {

        /** Of a broker that counts all. */
        public QueueState(
                String name, long depth, int consumers, long added, long deadLetters, @Nullable Instant oldest) {
            this(name, depth, consumers, added, deadLetters, oldest, Long.MAX_VALUE);
        }
    }

    /**
     * @param origin the queue in which it could not be processed
     * @param reason code of the fault, or {@code expired}, or {@code undelivered}: given up after all attempts
     * @param at when it was first sent
     * @param where name of the element, header or setting at fault
     * @param sendersId by which the sender and the records know it
     * @param eventKind of an event to a partner
     */
    record DeadLetter(
            String messageId,
            String queue,
            String origin,
            String reason,
            Instant at,
            @Nullable String where,
            @Nullable String sendersId,
            @Nullable String eventKind) {

        /** An event that its partner took and gave back, as often as the broker offers it. */
        public boolean givenBack() {
            return reason.equals(Letters.UNDELIVERED) && QueueNames.isOut(origin);
        }
    }
}
