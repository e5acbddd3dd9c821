package dev.kapu.personnel;

import dev.kapu.personnel.Difference.Kind;
import dev.kapu.personnel.StaffModule.Entry;
import dev.kapu.personnel.StaffModule.Failed;
import dev.kapu.personnel.StaffModule.Failure;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what the registry and the module hold of the staff of one institution on one day. */
final class StaffComparison {
    private record Key(String educationId, AffiliationType type) {}

    private StaffComparison() {}

    /**
     * A person whom the module lists under two IDs of which a merger retired one is one person; the entry is compared that
     * agrees best.
     *
     * @param present the ID under which a listed one is held now
     * @throws Failed if the module lists the same employment twice
     */
    static List<Difference> of(Collection<Affiliation> here, Collection<Entry> there, Map<String, String> present) {
        requireOnce(there);
        Map<Key, List<Entry>> listed = there.stream()
                .collect(Collectors.groupingBy(
                        entry -> new Key(present.getOrDefault(entry.educationId(), entry.educationId()), entry.type()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        var differences = new ArrayList<Difference>();
        for (var held : here) {
            var key = new Key(held.educationId().text(), held.type());
            var entries = listed.remove(key);
            if (entries == null) {
                differences.add(new Difference(key.educationId(), key.type(), Kind.ONLY_HERE, List.of()));
            } else {
                var fields = entries.stream()
                        .map(entry -> fields(held, entry))
                        .min(Comparator.comparingInt(List::size))
                        .orElseThrow();
                if (!fields.isEmpty()) {
                    differences.add(new Difference(key.educationId(), key.type(), Kind.DIFFERS, fields));
                }
            }
        }
        listed.forEach((key, entries) ->
                differences.add(new Difference(entries.get(0).educationId(), key.type(), Kind.ONLY_THERE, List.of())));
        return differences;
    }

    private static void requireOnce(Collection<Entry> there) {
        var listed = new HashSet<Key>();
        for (var entry : there) {
            if (!listed.add(new Key(entry.educationId(), entry.type()))) {
                throw new Failed(Failure.UNREADABLE);
            }
        }
    }

    private static List<String> fields(Affiliation here, Entry there) {
        var fields = new ArrayList<String>();
        if (!here.site().equals(there.site())) {
            fields.add("siteSerial");
        }
        if (!here.startDate().equals(there.start())) {
            fields.add("startDate");
        }
        if (here.weeklyHours().compareTo(there.weeklyHours()) != 0) {
            fields.add("weeklyHours");
        }
        if (!said(here.post()).equals(said(there.post()))) {
            fields.add("post");
        }
        return fields;
    }

    private static String said(@Nullable String post) {
        return post == null ? "" : post;
    }
}
