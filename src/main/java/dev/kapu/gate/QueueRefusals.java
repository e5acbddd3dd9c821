package dev.kapu.gate;

import dev.kapu.audit.DisclosureRecord.Channel;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records the messages that were refused before they came to any door. */
@Component
public final class QueueRefusals {
    private static final String REQUESTS = "kapu.requests.";
    private static final String IN = "kapu.in.";
    private static final byte[] UNREAD = new byte[0];

    /**
     * A message that nobody has read: its hash on the record is that of nothing.
     *
     * @param queue for which it was meant
     * @param partner the broker's user
     * @param nanos {@link System#nanoTime()} when it came
     */
    public record Refused(
            String queue,
            @Nullable String partner,
            @Nullable String messageId,
            long bytes,
            Fault fault,
            Instant at,
            long nanos) {}

    private final Gate gate;
    private final Contracts contracts;
    private final Doors doors;

    QueueRefusals(Gate gate, Contracts contracts, Doors doors) {
        this.gate = gate;
        this.contracts = contracts;
        this.doors = doors;
    }

    /**
     * Returns once it is on record.
     *
     * @throws FaultException {@code Server.Audit.NotRecorded}
     */
    public void record(Refused refused) {
        var channel = refused.queue().startsWith(REQUESTS) ? Channel.JMS : Channel.QUEUE;
        int bytes = (int) Math.min(refused.bytes(), Integer.MAX_VALUE);
        var reply = gate.refuse(
                new Rejection(
                        new Request.Receipt(channel, refused.at(), refused.nanos(), bytes, Hashes.sha256(UNREAD)),
                        refused.partner(),
                        new Headers(null, refused.messageId(), null, null, null, null),
                        operation(refused.queue()),
                        new FaultException(refused.fault())),
                Envelope.NONE);
        if (reply.fault() == Fault.NOT_RECORDED) {
            throw new FaultException(Fault.NOT_RECORDED);
        }
    }

    /** The service alone where a queue serves all its operations; null for a name that only the sender knows. */
    private @Nullable String operation(String queue) {
        if (queue.startsWith(REQUESTS)) {
            var service = queue.substring(REQUESTS.length());
            return contracts.operations().stream()
                            .anyMatch(operation -> operation.service().equals(service))
                    ? service
                    : null;
        }
        return queue.startsWith(IN)
                ? doors.plan()
                        .map(plan -> plan.entered().get(queue.substring(IN.length())))
                        .orElse(null)
                : null;
    }
}
