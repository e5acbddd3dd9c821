package dev.kapu.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that one partner holds for one operation. */
record Entitlements(List<Entitlement> all, boolean severalPurposes) {
    static final Entitlements NONE = new Entitlements(List.of(), false);

    Entitlements {
        all = List.copyOf(all);
    }

    static Entitlements of(List<Entitlement> all) {
        return new Entitlements(
                all, all.stream().map(held -> held.grant().purpose()).distinct().count() > 1);
    }

    /** The one that is valid on the day, else the one that comes nearest; null if none has the purpose. */
    @Nullable
    Entitlement find(@Nullable String purpose, long day) {
        Entitlement nearest = null;
        for (int i = 0; i < all.size(); i++) {
            var held = all.get(i);
            if (purpose != null && !purpose.equals(held.grant().purpose())) {
                continue;
            }
            if (nearest == null || held.distanceFrom(day) < nearest.distanceFrom(day)) {
                nearest = held;
            }
        }
        return nearest;
    }
}
