package dev.kapu.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The meters by grant id, and by institution where institutions share a grant: at most as many as there are institutions
 * with a secret and grants that they share. They outlive a policy, so that a reload gives nobody a fresh quota.
 */
final class Meters {
    private final Map<String, Meter> byGrant = new ConcurrentHashMap<>();

    Meter of(String grant) {
        return byGrant.computeIfAbsent(grant, id -> new Meter());
    }
}
