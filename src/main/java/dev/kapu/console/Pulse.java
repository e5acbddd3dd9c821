package dev.kapu.console;

import java.util.List;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Whether what the hub stands on is there. */
@Component
class Pulse {
    private static final List<String> PARTS = List.of("db", "broker");

    private final HealthEndpoint health;

    Pulse(HealthEndpoint health) {
        this.health = health;
    }

    /** @param state {@code up}, {@code down} or {@code unknown} */
    record Part(String name, String state) {}

    List<Part> parts() {
        return PARTS.stream().map(name -> new Part(name, state(name))).toList();
    }

    private String state(String name) {
        var found = health.healthForPath(name);
        if (found == null || found.getStatus().equals(Status.UNKNOWN)) {
            return "unknown";
        }
        return found.getStatus().equals(Status.UP) ? "up" : "down";
    }
}
