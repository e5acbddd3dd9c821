package dev.kapu.messaging;

import dev.kapu.gate.QueueRefusals.Refused;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.util.function.Consumer;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.jms.ConsumerType;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConfiguration;
import org.jspecify.annotations.Nullable;

/** {@code jms:} in route files. */
final class CamelJms {
    private CamelJms() {}

    /** @param checked whether the broker has let in nothing but what {@link EntryCheck} allows */
    static JmsComponent component(
            ConnectionFactory connections, int attempts, boolean checked, Consumer<Refused> refusals) {
        var configuration = new JmsConfiguration(connections);
        configuration.setConsumerType(ConsumerType.Custom);
        configuration.setMessageListenerContainerFactory(endpoint -> new Inbox(endpoint, attempts, checked, refusals));
        configuration.setConcurrentConsumers(1);
        configuration.setMaxConcurrentConsumers(4);
        configuration.setDeliveryPersistent(true);
        // A send stands for itself. In a transaction the broker would not drop a repeated event but fail the commit.
        configuration.setTransacted(false);
        configuration.setExposeListenerSession(false);
        configuration.setMessageCreatedStrategy(new EventStamp());
        configuration.setErrorHandlerLoggingLevel(LoggingLevel.OFF);
        configuration.setErrorHandlerLogStackTrace(false);
        var component = new JmsComponent(configuration);
        component.setHeaderFilterStrategy(new EntryHeaders());
        return component;
    }

    /** Whatever JMS throws is of the broker or the queue: it does not look into what it carries. */
    static boolean hasFailed(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof JMSException) {
                return true;
            }
        }
        return false;
    }
}
