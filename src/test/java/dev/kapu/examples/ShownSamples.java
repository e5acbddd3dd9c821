package dev.kapu.examples;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Locale;
import java.util.regex.Pattern;

/** Under which heading of which document each operation and each kind of events has its sample. */
final class ShownSamples {
    private static final Pattern LANDMARK = Pattern.compile(
            "^#+ (?<heading>[^\\n]+)$|<!-- event (?<kind>\\w+) |<!-- sample [a-z-]+ -->\\s+```xml\\n(?<request>.*?)```",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern BODY = Pattern.compile("<(\\w+) xmlns=\"(urn:kapu:[a-z-]+:v\\d+)\"");

    private record Place(Path file, String heading) {}

    private final Map<String, Place> places = new HashMap<>();

    ShownSamples(List<Path> documents) {
        documents.forEach(this::read);
    }

    private void read(Path document) {
        var heading = "";
        var found = LANDMARK.matcher(GuideSamples.read(document));
        while (found.find()) {
            if (found.group("heading") != null) {
                heading = found.group("heading");
            } else if (found.group("kind") != null) {
                places.putIfAbsent("urn:kapu:events:v1 " + found.group("kind"), new Place(document, heading));
            } else {
                var body = BODY.matcher(found.group("request"));
                if (body.find()) {
                    places.putIfAbsent(body.group(2) + " " + body.group(1), new Place(document, heading));
                }
            }
        }
    }

    /** A link for a page in {@code docs/services}. */
    Optional<String> link(String namespace, String operation) {
        return Optional.ofNullable(places.get(namespace + " " + operation))
                .map(place -> "[sample](%s#%s)".formatted(Docs.SERVICES.relativize(place.file()), anchor(place.heading())));
    }

    /** As GitHub makes it. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-');
    }
}
