package dev.kapu.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class StartChecksTest {
    @TempDir
    Path data;

    @Test
    void credentials_over_plain_http_stop_the_start_where_there_is_no_development_ca() {
        assertThatThrownBy(() -> start(Map.of("kapu.identity.plain-on-loopback", "true")))
                .isInstanceOfSatisfying(
                        StartupProblem.class,
                        problem -> assertThat(problem.remedy())
                                .contains("kapu.identity.plain-on-loopback", "kapu.development-ca.enabled"));
    }

    @Test
    void in_a_demonstration_they_do_not() {
        start(Map.of("kapu.identity.plain-on-loopback", "true", "kapu.development-ca.enabled", "true"));

        assertThat(data.resolve("kapu.lock")).exists();
    }

    @Test
    void without_a_profile_the_demonstration_does_not_start_on_an_external_database() {
        assertThatThrownBy(() -> start(Map.of("kapu.database.url", "jdbc:postgresql://127.0.0.1:1/registry")))
                .isInstanceOfSatisfying(StartupProblem.class, problem -> {
                    assertThat(problem.problem()).contains("synthetic persons");
                    assertThat(problem.remedy())
                            .contains("spring.profiles.active=production", "kapu.database.demonstration=true");
                });
        assertThat(data.resolve("kapu.lock")).doesNotExist();
    }

    @Test
    void with_another_profile_or_with_leave_the_external_database_is_taken() {
        var url = "jdbc:postgresql://127.0.0.1:1/registry";

        start(Map.of("kapu.database.url", url, "spring.profiles.active", "production"));
        start(Map.of("kapu.database.url", url, "kapu.database.demonstration", "true"));

        assertThat(data.resolve("kapu.lock")).exists();
    }

    @Test
    void the_ports_of_what_is_embedded_are_looked_at_with_the_others() throws IOException {
        try (var http = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var broker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(
                            Map.of("kapu.https.port", http.getLocalPort(), "kapu.broker.port", broker.getLocalPort())))
                    .isInstanceOfSatisfying(
                            StartupProblem.class,
                            problem -> assertThat(problem.remedy()).contains("kapu.https.port", "kapu.broker.port"));
        }
    }

    @Test
    void the_port_of_the_simulated_personnel_module_is_looked_at_too() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            assertThatThrownBy(() -> start(Map.of("kapu.demo.enabled", "true", "kapu.demo.personnel-port", port)))
                    .isInstanceOfSatisfying(
                            StartupProblem.class,
                            problem -> assertThat(problem.remedy()).contains("kapu.demo.personnel-port"));
            start(Map.of("kapu.demo.enabled", "false", "kapu.demo.personnel-port", port));
        }
    }

    private void start(Map<String, Object> settings) {
        try (var context = new GenericApplicationContext()) {
            var sources = context.getEnvironment().getPropertySources();
            context.getEnvironment().setDefaultProfiles("demo");
            sources.addFirst(new MapPropertySource("settings", settings));
            sources.addLast(
                    new MapPropertySource("data", Map.of("kapu.data", data.toString(), "kapu.broker.port", "0")));
            new StartChecks().initialize(context);
            context.refresh();
        }
    }
}
