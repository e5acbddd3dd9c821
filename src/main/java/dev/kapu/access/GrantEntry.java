package dev.kapu.access;

import dev.kapu.access.YamlSource.Place;
import java.util.Map;

/** A grant and the places of its words, for sentences about it. */
record GrantEntry(Grant grant, Place id, Place subjects, Map<String, Place> operations, Map<String, Place> fields) {
    boolean isHeldBy(Partner partner) {
        var holder = grant.partner();
        return holder == null ? partner.kind() == Partner.Kind.INSTITUTION : holder.equals(partner.name());
    }
}
