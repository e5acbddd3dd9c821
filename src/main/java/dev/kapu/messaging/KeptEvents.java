package dev.kapu.messaging;

/** Events among the dead letters: the letter says which, the outbox keeps the event. */
interface KeptEvents {
    /** @return whether the letter has served, because the event is on its way again or has left already */
    boolean sendAgain(String partner, String eventId);

    /** @return whether the event is kept no longer, so that its letter may go */
    default boolean discard(String partner, String eventId) {
        return false;
    }
}
