package dev.kapu.registry;

import dev.kapu.scope.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Published as a Spring event inside the transaction in which it happens; whoever listens joins that transaction. The
 * contract of each kind is an element of {@code wsdl/events.xsd}.
 */
public interface RegistryEvent {
    UUID eventId();

    Instant occurredAt();

    /** Whom it is about, as they stood the moment before; an institution stands for itself where it is about no person. */
    Subject subject();

    /** The institution that the event is about. */
    String institutionCode();

    /** All that it concerns; who has a right to it for one of them hears of it, and only once. */
    default List<String> institutions() {
        return List.of(institutionCode());
    }

    /** The institution that the event is about, and the one that answers for the person (K5). */
    default List<String> institutionAndAnswering() {
        return Stream.of(institutionCode(), subject().responsibleInstitution())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
