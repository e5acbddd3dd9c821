package dev.kapu.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void a_port_that_is_taken_is_said_with_the_property_that_changes_it() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.requireFree(taken.getLocalPort(), "HTTP", "kapu.http.port"))
                    .isInstanceOf(StartupProblem.class)
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()))
                    .extracting(problem -> ((StartupProblem) problem).remedy())
                    .asString()
                    .contains("kapu.http.port");
        }
    }

    @Test
    void a_port_left_to_chance_is_free() {
        assertThatCode(() -> Ports.requireFree(0, "HTTP", "kapu.http.port")).doesNotThrowAnyException();
    }
}
