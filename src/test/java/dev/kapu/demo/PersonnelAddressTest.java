package dev.kapu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One setting moves the simulated personnel module and the hub that asks it. */
class PersonnelAddressTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "true,  18091, , http://127.0.0.1:18091/personnel",
                "true,  18091, http://elsewhere/personnel, http://elsewhere/personnel",
                "true,  0, , null",
                "false, 18091, , null"
            })
    void the_hub_asks_where_the_simulated_module_is_or_where_it_is_told_to(
            String demo, String port, String told, String asked) {
        try (var context = new GenericApplicationContext()) {
            var environment = context.getEnvironment();
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "settings", Map.of("kapu.demo.enabled", demo, "kapu.demo.personnel-port", port)));
            if (told != null) {
                environment
                        .getPropertySources()
                        .addFirst(new MapPropertySource("told", Map.of("kapu.personnel.address", told)));
            }

            new PersonnelAddress().initialize(context);

            assertThat(environment.getProperty("kapu.personnel.address")).isEqualTo(asked);
        }
    }
}
