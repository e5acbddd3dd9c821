package dev.kapu.start;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What does not leave this machine. */
public final class Loopback {
    private Loopback() {}

    /** @param hosts one, or several with commas between them; one that cannot be resolved is elsewhere */
    public static boolean isOnly(String hosts) {
        for (var host : hosts.split(",", -1)) {
            try {
                if (!InetAddress.getByName(host.strip()).isLoopbackAddress()) {
                    return false;
                }
            } catch (UnknownHostException e) {
                return false;
            }
        }
        return true;
    }
}
