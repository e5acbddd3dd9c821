package dev.kapu.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private void start(Map<String, Object> settings) {
        try (var context = new GenericApplicationContext()) {
            var sources = context.getEnvironment().getPropertySources();
            sources.addFirst(new MapPropertySource("settings", settings));
            sources.addFirst(new MapPropertySource("data", Map.of("kapu.data", data.toString())));
            new StartChecks().initialize(context);
            context.refresh();
        }
    }
}
