package dev.kapu.registry.master;

import dev.kapu.registry.Address;
import dev.kapu.registry.Coordinates;
import dev.kapu.registry.institution.Institution;
import dev.kapu.registry.institution.Site;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An institution and its sites, flat and as text, for the history of the master. */
final class MasterFields {
    private static final String VALID_FROM = "validFrom";

    private final Map<String, String> fields = new LinkedHashMap<>();

    private MasterFields() {}

    static Map<String, String> of(Institution institution, Collection<Site> sites) {
        var all = new MasterFields();
        all.put("name", institution.name());
        all.put("kind", institution.kind().name().toLowerCase(Locale.ROOT));
        all.put("", institution.address(), institution.coordinates(), institution.active());
        all.put(VALID_FROM, institution.validFrom());
        for (var site : sites) {
            var prefix = site.serial().text() + ".";
            all.put(prefix + "name", site.name());
            all.put(prefix, site.address(), site.coordinates(), site.active());
        }
        return all.fields;
    }

    /** From which day they hold is no difference by itself. */
    static boolean differ(Map<String, String> old, Map<String, String> now) {
        return Stream.of(differing(old, now), differing(now, old))
                .flatMap(fields -> fields.keySet().stream())
                .anyMatch(name -> !name.equals(VALID_FROM));
    }

    /** What stands in these and not so in the others. */
    static Map<String, String> differing(Map<String, String> these, Map<String, String> others) {
        var kept = new LinkedHashMap<>(these);
        kept.entrySet().removeIf(field -> Objects.equals(others.get(field.getKey()), field.getValue()));
        return kept;
    }

    private void put(String prefix, Address address, @Nullable Coordinates coordinates, boolean active) {
        put(prefix + "address.postcode", address.postcode());
        put(prefix + "address.settlement", address.settlement());
        put(prefix + "address.street", address.street());
        if (coordinates != null) {
            // As exactly as they are kept: else what was read would differ from what was sent.
            put(prefix + "coordinates.latitude", (float) coordinates.latitude());
            put(prefix + "coordinates.longitude", (float) coordinates.longitude());
        }
        put(prefix + "active", active);
    }

    private void put(String name, Object value) {
        fields.put(name, value.toString());
    }
}
