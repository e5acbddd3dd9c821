package dev.kapu.gate;

import java.util.Collection;
import java.util.Map;

/** What the hub has promised: the operations of its contracts and the kinds of its events, and their XML. */
public interface Contracts {
    Collection<Operation> operations();

    /** Contract type by event kind, e.g. {@code affiliationEnded}. */
    Map<String, Class<?>> events();

    /**
     * Reads and validates a body that stands alone, as queue messages carry it.
     *
     * @throws dev.kapu.fault.FaultException with a code of the message category
     */
    Object read(Operation operation, byte[] xml);

    /** The element alone, UTF-8, without an XML declaration. */
    byte[] write(Object body);

    /** SHA-256 of what {@link #write} gives, which may be too large to be held. */
    default byte[] hash(Object body) {
        return Hashes.sha256(write(body));
    }
}
