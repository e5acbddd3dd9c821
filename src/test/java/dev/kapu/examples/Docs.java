package dev.kapu.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the documents for partners lie. */
final class Docs {
    static final Path GUIDE = Path.of("docs/partner-guide.md");
    static final Path SERVICES = Path.of("docs/services");
    static final Path EVENTS = SERVICES.resolve("events.md");
    static final Path SUBMISSIONS = SERVICES.resolve("Submissions.md");

    private Docs() {}

    /** One for each service, one for the events, and the list of them. */
    static List<Path> pages() {
        return listed(SERVICES, ".md");
    }

    static List<Path> contracts() {
        return listed(Path.of("wsdl"), ".wsdl");
    }

    private static List<Path> listed(Path directory, String end) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
