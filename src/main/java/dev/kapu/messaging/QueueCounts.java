package dev.kapu.messaging;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How many messages lie in the queues of an external broker. To count means to fetch: of large messages fewer are counted,
 * and the more was fetched the longer it counts.
 */
final class QueueCounts {
    private static final int MOST = 1_000;
    private static final long MOST_BYTES = 10_000_000;
    private static final long BYTES_A_SECOND = 100_000;

    private final QueueBrowser browser;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    QueueCounts(QueueBrowser browser) {
        this.browser = browser;
    }

    /** @param messages -1 where one may not look */
    record Count(long messages, @Nullable Instant oldest, long countedTo, long freshUntil) {
        private static final Count UNKNOWN = new Count(-1, null, MOST, 0);

        private boolean isFresh() {
            return messages >= 0 && System.nanoTime() - freshUntil < 0;
        }
    }

    /** Counts these queues, where their last count is no longer good, and forgets all others. */
    void renew(Collection<String> queues) {
        counts.keySet().retainAll(queues);
        queues.forEach(
                each -> counts.compute(each, (queue, last) -> last != null && last.isFresh() ? last : counted(queue)));
    }

    /** As it was counted last. */
    Count of(String queue) {
        return counts.getOrDefault(queue, Count.UNKNOWN);
    }

    /** Something was taken out of it. */
    void forget(String queue) {
        counts.remove(queue);
    }

    private Count counted(String queue) {
        return browser.look(queue, null, messages -> counted(queue, messages)).orElse(Count.UNKNOWN);
    }

    private static Count counted(String queue, Iterator<Message> messages) throws JMSException {
        long bytes = 0;
        int count = 0;
        Instant oldest = null;
        for (; count < MOST && bytes < MOST_BYTES && messages.hasNext(); count++) {
            var message = messages.next();
            bytes += Letters.size(message);
            if (oldest == null) {
                oldest = new BrowsedLetter(queue, message).shown().at();
            }
        }
        var rest = Duration.ofSeconds(bytes / BYTES_A_SECOND);
        return new Count(count, oldest, bytes < MOST_BYTES ? MOST : count, System.nanoTime() + rest.toNanos());
    }
}
