package dev.kapu.start;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The last words of the start: where everything is. */
@Component
class ReadyBanner {
    private static final Logger log = LoggerFactory.getLogger(ReadyBanner.class);

    private static final String BELOW = "\n             ";

    private final Addresses addresses;
    private final Home home;
    private final List<Greeting> greetings;

    ReadyBanner(Addresses addresses, Home home, List<Greeting> greetings) {
        this.addresses = addresses;
        this.home = home;
        this.greetings = greetings;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready(ApplicationReadyEvent event) {
        log.info("The hub is ready.\n\n{}", text());
    }

    @EventListener
    void stopping(ContextClosedEvent event) {
        log.info("The hub is stopping: what is under way is answered and recorded first.");
    }

    String text() {
        var contracts = home.files("wsdl", "*.wsdl").stream()
                .map(Resource::getFilename)
                .filter(Objects::nonNull)
                .map(name -> addresses.contract(name.replace(".wsdl", "")))
                .collect(Collectors.joining(BELOW));
        var services = Stream.concat(Stream.of(addresses.services()), addresses.servicesOverTls().stream())
                .collect(Collectors.joining(BELOW));
        var addressed =
                """
                  services   %s
                  contracts  %s
                  console    %s
                  metrics    %s
                  health     %s
                """.formatted(services, contracts, addresses.console(), addresses.metrics(), addresses.health());
        return greetings.stream()
                .map(greeting -> greeting.text(addresses))
                .filter(text -> !text.isEmpty())
                .map(text -> "\n" + text.indent(2))
                .collect(Collectors.joining("", addressed, ""));
    }
}
