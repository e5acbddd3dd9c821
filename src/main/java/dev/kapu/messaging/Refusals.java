package dev.kapu.messaging;

import dev.kapu.gate.QueueRefusals.Refused;

/** Has the messages recorded that the embedded broker refused. */
interface Refusals {
    /**
     * Waits for the record.
     *
     * @return whether it is durable; else it is tried again without the caller
     */
    boolean record(Refused refused);

    /** Does not wait. */
    void recordLater(Refused refused);
}
