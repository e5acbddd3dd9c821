package dev.kapu.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Whether what the hub stands on is there. */
@Component
class Pulse {
    private static final List<String> PARTS = List.of("db", "broker", "records");

    private final HealthEndpoint health;

    Pulse(HealthEndpoint health) {
        this.health = health;
    }

    /**
     * @param state {@code up}, {@code down} or {@code unknown}
     * @param reason a word for why it is down, where it says so itself; else empty
     * @param detail of the reason, e.g. a SQLSTATE; or empty
     */
    record Part(String name, String state, String reason, String detail) {}

    List<Part> parts() {
        return PARTS.stream().map(this::part).toList();
    }

    private Part part(String name) {
        var found = health.healthForPath(name);
        return new Part(name, state(found), detail(found, "reason"), detail(found, "sqlState"));
    }

    private static String state(@Nullable HealthDescriptor found) {
        if (found == null || found.getStatus().equals(Status.UNKNOWN)) {
            return "unknown";
        }
        return found.getStatus().equals(Status.UP) ? "up" : "down";
    }

    private static String detail(@Nullable HealthDescriptor found, String name) {
        var details = found instanceof IndicatedHealthDescriptor indicated ? indicated.getDetails() : null;
        return details == null ? "" : String.valueOf(details.getOrDefault(name, ""));
    }
}
