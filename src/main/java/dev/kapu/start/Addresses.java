package dev.kapu.start;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** What can be looked at, and where. True once the hub is ready. */
@Component
public class Addresses {
    private final Listeners listeners;

    Addresses(Listeners listeners) {
        this.listeners = listeners;
    }

    /** For people, with a human's descriptions. */
    public String services() {
        return base() + "/services";
    }

    /** The same over TLS, where that is beside plain HTTP. */
    public Optional<String> servicesOverTls() {
        return listeners.http().isPresent() && listeners.https() != 0
                ? Optional.of("https://localhost:" + listeners.https() + "/services")
                : Optional.empty();
    }

    public String service(String name) {
        return services() + "/" + name;
    }

    public String contract(String service) {
        return service(service) + "?wsdl";
    }

    public String console() {
        return base() + "/console";
    }

    public String institution() {
        return base() + "/institution";
    }

    public String metrics() {
        return base() + "/actuator/prometheus";
    }

    public String health() {
        return base() + "/actuator/health/readiness";
    }

    private String base() {
        var http = listeners.http();
        return http.isPresent() ? "http://localhost:" + http.getAsInt() : "https://localhost:" + listeners.https();
    }
}
