package dev.kapu.messaging;

import dev.kapu.messaging.DiscardStore.Outcome;
import dev.kapu.messaging.Queues.DeadLetter;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Takes dead letters away for good that cannot be mended. What is wanted is on record first, so that what has no record
 * stays; then what became of it. Where that could not be written, {@link #settle} asks the broker.
 */
public final class Discards {
    private static final Logger log = LoggerFactory.getLogger(Discards.class);

    private final Queues queues;
    private final DiscardStore store;
    private final Duration patience;

    /** @param patience no discard takes longer */
    Discards(Queues queues, DiscardStore store, Duration patience) {
        this.queues = queues;
        this.store = store;
        this.patience = patience;
    }

    /** @return false if it is not there any more, or cannot be recorded */
    public boolean discard(String messageId, String by) {
        return queues.deadLetter(messageId)
                .filter(letter -> isDiscarded(letter, by))
                .isPresent();
    }

    private boolean isDiscarded(DeadLetter letter, String by) {
        long id;
        try {
            id = store.intend(letter, by);
        } catch (DataAccessException notRecorded) {
            log.warn("Dead letter of {} not discarded: it cannot be recorded", letter.queue());
            return false;
        }
        boolean discarded = queues.discard(letter.messageId());
        try {
            if (discarded) {
                store.done(id, Outcome.DISCARDED);
            } else {
                find(id, letter.queue(), letter.messageId());
            }
        } catch (DataAccessException later) {
            log.warn("What became of the discard {} is not recorded yet", id);
        }
        return discarded;
    }

    /** Says of every discard that has no outcome what became of it. */
    void settle() {
        store.open(patience).forEach(open -> find(open.id(), open.queue(), open.letter()));
    }

    private void find(long id, String queue, String letter) {
        queues.holds(queue, letter).ifPresent(there -> store.found(id, there ? Outcome.STAYED : Outcome.GONE));
    }
}
