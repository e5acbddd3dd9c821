package dev.kapu.gate;

import java.util.Map;
import java.util.Set;

/**
 * What the route files say, checked, before any route runs.
 *
 * @param writing the operations that change the registry
 * @param secret those among them whose answer is not kept
 * @param leavingOnce by operation the parts of its answer that are not kept
 * @param eventPartners who get events
 * @param entered the operation that the messages in each partner's queue ask for, by partner
 */
record RoutePlan(
        Set<String> writing,
        Set<String> secret,
        Map<String, Set<String>> leavingOnce,
        Set<String> eventPartners,
        Map<String, String> entered) {
    RoutePlan {
        writing = Set.copyOf(writing);
        secret = Set.copyOf(secret);
        leavingOnce = Map.copyOf(leavingOnce);
        eventPartners = Set.copyOf(eventPartners);
        entered = Map.copyOf(entered);
    }
}
