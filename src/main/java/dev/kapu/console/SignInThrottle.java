package dev.kapu.console;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Few attempts per address in a time. An attempt counts from its start, so that many at once gain nothing. Of IPv6 the
 * first half counts, which is what a network gives to one customer.
 */
public final class SignInThrottle {
    public static final int ATTEMPTS = 5;
    static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> attempts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > ADDRESSES;
        }
    };

    public SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Whether one more attempt may be made; if so, it is counted. */
    public synchronized boolean admits(String address) {
        var now = clock.instant();
        var recent = attempts.computeIfAbsent(network(address), any -> new ArrayDeque<>(ATTEMPTS));
        while (!recent.isEmpty() && recent.getFirst().isBefore(now.minus(WINDOW))) {
            recent.removeFirst();
        }
        if (recent.size() >= ATTEMPTS) {
            return false;
        }
        recent.addLast(now);
        return true;
    }

    public synchronized void succeeded(String address) {
        attempts.remove(network(address));
    }

    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            return HexFormat.of().formatHex(InetAddress.getByName(address).getAddress(), 0, 8);
        } catch (UnknownHostException | IndexOutOfBoundsException unusual) {
            return address;
        }
    }
}
