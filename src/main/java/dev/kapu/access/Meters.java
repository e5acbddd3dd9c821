package dev.kapu.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The meters by grant id. They outlive a policy, so that a reload gives nobody a fresh quota. */
final class Meters {
    private final Map<String, Meter> byGrant = new ConcurrentHashMap<>();

    Meter of(String grant) {
        return byGrant.computeIfAbsent(grant, id -> new Meter());
    }
}
