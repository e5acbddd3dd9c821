package dev.kapu.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
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
                    .contains("kapu.http.port", "KAPU_HTTP_PORT");
        }
    }

    @Test
    void all_ports_that_are_taken_are_said_at_once() throws IOException {
        try (var one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var two = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var wanted = List.of(
                    new Ports.Wanted(one.getLocalPort(), "HTTP", "kapu.http.port"),
                    new Ports.Wanted(0, "HTTPS", "kapu.https.port"),
                    new Ports.Wanted(two.getLocalPort(), "the message broker", "kapu.broker.port"));

            assertThatThrownBy(() -> Ports.requireAllFree(wanted))
                    .isInstanceOfSatisfying(StartupProblem.class, problem -> {
                        assertThat(problem.problem())
                                .contains(String.valueOf(one.getLocalPort()), String.valueOf(two.getLocalPort()));
                        assertThat(problem.remedy())
                                .contains("kapu.http.port", "KAPU_HTTP_PORT", "kapu.broker.port", "KAPU_BROKER_PORT")
                                .doesNotContain("https");
                    });
        }
    }

    @Test
    void a_port_left_to_chance_is_free() {
        assertThatCode(() -> Ports.requireFree(0, "HTTP", "kapu.http.port")).doesNotThrowAnyException();
    }
}
