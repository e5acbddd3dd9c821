package dev.kapu.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HubTest
class ReadyBannerTest {
    @Autowired
    ReadyBanner banner;

    @Autowired
    Listeners listeners;

    @Test
    void the_start_ends_with_every_address() {
        var base = "http://localhost:" + listeners.http().orElseThrow();

        assertThat(banner.text())
                .contains(base + "/services\n")
                .contains("https://localhost:" + listeners.https() + "/services\n")
                .contains(base + "/services/IdCards?wsdl\n")
                .contains(base + "/console\n")
                .contains(base + "/actuator/prometheus\n")
                .contains(base + "/actuator/health/readiness\n");
    }
}
