package dev.kapu.messaging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Takes dead letters away for good that cannot be mended. The record comes first: what has none stays. */
public final class Discards {
    private static final Logger log = LoggerFactory.getLogger(Discards.class);

    private final Queues queues;
    private final DiscardStore store;

    Discards(Queues queues, DiscardStore store) {
        this.queues = queues;
        this.store = store;
    }

    /** @return false if it is not there any more, or cannot be recorded */
    public boolean discard(String messageId, String by) {
        var letter = queues.deadLetter(messageId);
        if (letter.isEmpty()) {
            return false;
        }
        try {
            store.add(letter.get(), by);
        } catch (DataAccessException notRecorded) {
            log.warn(
                    "Dead letter of {} not discarded: it cannot be recorded",
                    letter.get().queue());
            return false;
        }
        return queues.discard(messageId);
    }
}
