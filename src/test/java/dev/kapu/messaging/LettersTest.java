package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import jakarta.jms.JMSException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LettersTest {
    @Test
    void a_fault_without_a_place_leaves_none_on_the_letter_not_even_that_of_an_earlier_one(@TempDir Path data)
            throws JMSException {
        try (var broker = new TestBroker(data)) {
            broker.asHub(hub -> {
                var first = Letters.buried(
                        hub.createTextMessage("x"),
                        hub,
                        "kapu.in.card-office",
                        new FaultException(Fault.INVALID, "weeklyHours"),
                        true);

                var second = Letters.buried(
                        first, hub, "kapu.in.card-office", new FaultException(Fault.NOT_PERMITTED), true);

                assertThat(first.getStringProperty(Letters.FAULT_WHERE)).isEqualTo("weeklyHours");
                assertThat(second.propertyExists(Letters.FAULT_WHERE)).isFalse();
                assertThat(second.getStringProperty(Letters.FAULT_CODE)).isEqualTo("Client.Permission.NotPermitted");
            });
        }
    }
}
