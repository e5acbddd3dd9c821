package dev.kapu.messaging;

import dev.kapu.start.StartupProblem;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether an external broker says who sent a message. By default Artemis leaves on it whatever name the sender wrote
 * there: then every partner could ask in every other's name.
 */
final class ValidatedUsers {
    private static final Logger log = LoggerFactory.getLogger(ValidatedUsers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String FORGED = "(forged)";

    private ValidatedUsers() {}

    /** @param promised by the administrator; tried, for it is easily promised */
    static void require(ConnectionFactory connections, boolean promised) {
        if (!promised) {
            log.warn("SOAP requests by queue are refused unless they are signed: kapu.broker.validated-users does not"
                    + " say that the external broker tells who sent them");
        } else if (!overwritten(connections)) {
            throw new StartupProblem(
                    "The external broker leaves a forged user on a message, though kapu.broker.validated-users is set.",
                    "Set populate-validated-user in its broker.xml, or remove kapu.broker.validated-users.");
        }
    }

    private static boolean overwritten(ConnectionFactory connections) {
        try {
            var user = SelfTest.thereAndBack(
                    connections,
                    PATIENCE,
                    message -> message.setStringProperty("JMSXUserID", FORGED),
                    message -> message.getStringProperty("JMSXUserID"));
            return user.isPresent() && !user.get().equals(FORGED);
        } catch (JMSException e) {
            return false;
        }
    }
}
