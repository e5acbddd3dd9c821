package dev.kapu.gate;

import dev.kapu.audit.DisclosureRecord.Channel;
import java.time.Instant;

/**
 * A question as it stands before the gate: well-formed, valid, and from a known partner.
 *
 * @param partner whom the credential proved; never what a header claims
 */
public record Request(Receipt receipt, String partner, Headers headers, Operation operation, Object body) {

    /**
     * What is known of a message whatever becomes of it.
     *
     * @param nanos {@link System#nanoTime()} when it was received
     * @param hash SHA-256 of the message as received
     */
    public record Receipt(Channel channel, Instant at, long nanos, int bytes, byte[] hash) {}
}
