package dev.kapu.messaging;

import dev.kapu.access.TestAccess;
import dev.kapu.gate.Event;
import dev.kapu.gate.EventDoor;
import dev.kapu.gate.TestDoors;
import dev.kapu.registry.RegistryEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/**
 * Two programs, each with one institution and the shipped grants of schools' events, at the hub's own door. They go by the
 * names of two partners to which routes for events lead. What happens in the registry is listened to until closed.
 */
public final class TestPrograms implements AutoCloseable {
    private static final List<String> NAMES = List.of("school-program", "admissions");
    private static final String PARTNER = """
            - { name: %s, title: Program, kind: system, contact: help@program.example, represents: ["%s"] }
            """;

    private final ConfigurableApplicationContext hub;
    private final EventDoor door;
    private final EventContracts contracts = new EventContracts();
    private final List<RegistryEvent> told = new CopyOnWriteArrayList<>();
    private final ApplicationListener<ApplicationEvent> ear = this::listen;

    public TestPrograms(ConfigurableApplicationContext hub, Path directory, String first, String second) {
        this.hub = hub;
        var partners = PARTNER.formatted(NAMES.get(0), first) + PARTNER.formatted(NAMES.get(1), second);
        var grants = grants(NAMES.get(0)) + grants(NAMES.get(1));
        this.door = TestDoors.ofEvents(
                hub, TestAccess.of(directory, partners, grants), TestAccess.policies(directory, partners, grants));
        hub.addApplicationListener(ear);
    }

    private void listen(ApplicationEvent event) {
        if (event instanceof PayloadApplicationEvent<?> payload && payload.getPayload() instanceof RegistryEvent news) {
            told.add(news);
        }
    }

    /** What the first program hears of the person: bodies as they leave, without the event's id and moment. */
    public List<String> first(String educationId, String kind) {
        return heard(NAMES.get(0), educationId, kind);
    }

    public List<String> second(String educationId, String kind) {
        return heard(NAMES.get(1), educationId, kind);
    }

    private List<String> heard(String program, String educationId, String kind) {
        return told.stream()
                .filter(event -> EventContracts.kind(event).equals(kind)
                        && event.subject().educationId().equals(educationId))
                .flatMap(event -> offered(event, program).stream())
                .toList();
    }

    private Optional<String> offered(RegistryEvent event, String program) {
        var kind = EventContracts.kind(event);
        var body = contracts.of(event);
        return event.institutions().stream()
                .filter(institution -> door.recipients(kind, institution).contains(program))
                .findFirst()
                .map(institution -> new Event(event.eventId(), kind, body, event.subject(), institution))
                .filter(news -> door.offer(news, program))
                .map(sent -> contracts.write(body));
    }

    private static String grants(String program) {
        return grant("schools.events", program) + grant("schools.movement-events", program);
    }

    private static String grant(String id, String program) {
        var found = Pattern.compile("(?s)- id: " + Pattern.quote(id) + "\n.*?\n(?=\n)")
                .matcher(shipped());
        if (!found.find()) {
            throw new AssertionError(id);
        }
        return found.group()
                .replace("id: " + id, "id: " + program + "." + id)
                .replace("partner: school-program", "partner: " + program);
    }

    private static String shipped() {
        try {
            return Files.readString(Path.of("config/permissions.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        hub.removeApplicationListener(ear);
    }
}
