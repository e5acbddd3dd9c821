package dev.kapu.messaging;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How queues are called. A partner reaches its own four, and may send to {@code kapu.requests.*}. */
public final class QueueNames {
    public static final String DEAD = "kapu.dead";
    public static final String EXPIRED = "kapu.expired";

    static final String SELFTEST = "kapu.selftest";
    static final String REQUESTS = "kapu.requests.";

    /** No dot, star or hash: those have a meaning in the name of an address. */
    private static final Pattern PARTNER = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    private static final Pattern OF_PARTNER = Pattern.compile("kapu\\.(?:in|out|replies|dead)\\.([a-z0-9-]+)");

    private QueueNames() {}

    /** SOAP requests of all partners to one service; only the hub consumes. */
    public static String requests(String service) {
        return REQUESTS + service;
    }

    public static String replies(String partner) {
        return "kapu.replies." + partner;
    }

    /** Messages of the partner into the hub. */
    public static String in(String partner) {
        return "kapu.in." + partner;
    }

    /** Events for the partner. */
    public static String out(String partner) {
        return "kapu.out." + partner;
    }

    /** What could be processed neither by the hub nor by the partner. */
    public static String dead(String partner) {
        return "kapu.dead." + partner;
    }

    static List<String> of(String partner) {
        return List.of(in(partner), out(partner), replies(partner), dead(partner));
    }

    static Optional<String> partnerOf(String queue) {
        var matcher = OF_PARTNER.matcher(queue);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether messages lie there that will not be tried again by themselves: dead letters, and expired ones. */
    public static boolean isDead(String queue) {
        return queue.equals(DEAD) || queue.equals(EXPIRED) || queue.startsWith("kapu.dead.");
    }

    /** Whether events for a partner lie there, which only the hub sends. */
    public static boolean isOut(@Nullable String queue) {
        return queue != null && queue.startsWith("kapu.out.");
    }

    static boolean canBeUser(String name) {
        return PARTNER.matcher(name).matches();
    }
}
