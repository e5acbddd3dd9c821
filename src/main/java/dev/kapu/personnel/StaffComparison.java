package dev.kapu.personnel;

import dev.kapu.personnel.Difference.Kind;
import dev.kapu.personnel.StaffModule.Entry;
import dev.kapu.personnel.StaffModule.Failed;
import dev.kapu.personnel.StaffModule.Failure;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what the registry and the module hold of the staff of one institution on one day. */
final class StaffComparison {
    private record Key(String educationId, AffiliationType type) {}

    private StaffComparison() {}

    /** @throws Failed if the module lists the same employment twice */
    static List<Difference> of(Collection<Affiliation> here, Collection<Entry> there) {
        var listed = new HashMap<Key, Entry>();
        for (var entry : there) {
            if (listed.put(new Key(entry.educationId(), entry.type()), entry) != null) {
                throw new Failed(Failure.UNREADABLE);
            }
        }
        var differences = new ArrayList<Difference>();
        for (var held : here) {
            var key = new Key(held.educationId().text(), held.type());
            var entry = listed.remove(key);
            if (entry == null) {
                differences.add(new Difference(key.educationId(), key.type(), Kind.ONLY_HERE, List.of()));
            } else {
                var fields = fields(held, entry);
                if (!fields.isEmpty()) {
                    differences.add(new Difference(key.educationId(), key.type(), Kind.DIFFERS, fields));
                }
            }
        }
        for (Map.Entry<Key, Entry> left : listed.entrySet()) {
            differences.add(
                    new Difference(left.getKey().educationId(), left.getKey().type(), Kind.ONLY_THERE, List.of()));
        }
        return differences;
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
