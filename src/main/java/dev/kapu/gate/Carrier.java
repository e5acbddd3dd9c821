package dev.kapu.gate;

/** Who carries messages to queues tells its own failures from those at what it carried. */
public interface Carrier {
    /** Whether nothing else could be sent there either: the broker is away, or the queue is full. */
    boolean hasFailed(Throwable thrown);
}
