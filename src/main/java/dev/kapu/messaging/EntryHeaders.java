package dev.kapu.messaging;

import dev.kapu.gate.SteeringNames;
import java.util.stream.Stream;
import org.apache.camel.component.jms.JmsHeaderFilterStrategy;

/** Headers by which Camel or the hub could be steered do not come in by a message, nor go out with one. */
final class EntryHeaders extends JmsHeaderFilterStrategy {
    private static final String[] OURS = Stream.concat(SteeringNames.STARTS.stream(), Stream.of("kapu", "breadcrumb"))
            .toArray(String[]::new);

    EntryHeaders() {
        setLowerCase(true);
        setInFilterStartsWith(OURS);
        setOutFilterStartsWith(OURS);
    }
}
