package dev.kapu.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Says before a listener starts, and by the property's name, that its port is taken. */
public final class Ports {
    private Ports() {}

    /**
     * @param port 0 is always free
     * @param user who wants it, e.g. {@code the message broker}
     */
    public static void requireFree(int port, String user, String property) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new StartupProblem(
                    "Port " + port + ", which " + user + " needs, is taken by another program.",
                    "Stop that program, or choose another port with " + property + ".");
        }
    }
}
