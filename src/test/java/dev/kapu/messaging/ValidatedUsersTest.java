package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.ExternalArtemis;
import dev.kapu.start.StartupProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidatedUsersTest {
    private static final String SWITCH = "<populate-validated-user>true</populate-validated-user>";

    @TempDir
    Path data;

    @Test
    void a_broker_that_says_who_sends_is_taken() throws Exception {
        try (var broker = ExternalArtemis.start(data);
                var hub = Connections.to(broker.addressForHub())) {
            assertThatCode(() -> ValidatedUsers.require(hub, true)).doesNotThrowAnyException();
        }
    }

    @Test
    void a_broker_that_lets_a_sender_write_another_user_stops_the_start_of_who_relies_on_it() throws Exception {
        var careless = Files.readString(ExternalArtemis.MANUAL)
                .replace(SWITCH, "")
                .replace("<reject-empty-validated-user>true</reject-empty-validated-user>", "");

        try (var broker = ExternalArtemis.start(careless, data);
                var hub = Connections.to(broker.addressForHub())) {
            assertThatThrownBy(() -> ValidatedUsers.require(hub, true))
                    .isInstanceOf(StartupProblem.class)
                    .hasMessageContaining("forged");
            assertThatCode(() -> ValidatedUsers.require(hub, false)).doesNotThrowAnyException();
        }
    }
}
