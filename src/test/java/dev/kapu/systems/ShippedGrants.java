package dev.kapu.systems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** Who holds which grant, read from the policy's files and not asked of the hub. */
public final class ShippedGrants {
    private final List<Map<String, Object>> grants;
    private final Set<String> partners;

    public ShippedGrants() {
        grants = read("config/permissions.yaml");
        partners = read("config/partners.yaml").stream()
                .map(partner -> String.valueOf(partner.get("name")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Map<String, Object>> read(String file) {
        try {
            return new Yaml().load(Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    public Set<String> partners() {
        return partners;
    }

    /** A caller has a grant of its own, or one of its kind. */
    boolean isGranted(String caller, String operation) {
        var kind = caller.startsWith("institution-") ? "institution" : "";
        return grants.stream()
                .filter(grant -> caller.equals(grant.get("partner")) || kind.equals(grant.get("kind")))
                .anyMatch(grant -> list(grant, "operations").contains(operation));
    }

    /** What of an event may leave to whom, by partner. */
    public Map<String, Set<String>> recipients(String event) {
        return grants.stream()
                .filter(grant -> list(grant, "operations").contains("events/" + event))
                .collect(Collectors.toMap(
                        grant -> String.valueOf(grant.get("partner")), grant -> Set.copyOf(list(grant, "fields"))));
    }

    private static List<String> list(Map<String, Object> grant, String key) {
        return Stream.of((List<?>) grant.getOrDefault(key, List.of()))
                .flatMap(List::stream)
                .map(String::valueOf)
                .distinct()
                .toList();
    }
}
