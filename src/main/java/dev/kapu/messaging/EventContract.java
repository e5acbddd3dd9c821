package dev.kapu.messaging;

import dev.kapu.registry.RegistryEvent;
import java.util.function.Function;

/**
 * One event of the registry and its element in {@code wsdl/events.xsd}.
 *
 * @param body the class of the element
 */
record EventContract<E extends RegistryEvent>(Class<E> event, Class<?> body, Function<E, Object> writer) {
    Object write(RegistryEvent of) {
        return writer.apply(event.cast(of));
    }

    /** The kind in grants and contract, e.g. {@code affiliationEnded}: the name of the event. */
    String kind() {
        return kind(event);
    }

    static String kind(Class<?> event) {
        var name = event.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
