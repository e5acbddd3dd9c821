package dev.kapu.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Collectors;

/** Says before a listener starts, and by the property's name, that its port is taken. */
public final class Ports {
    private Ports() {}

    /** @param user who wants the port, e.g. {@code the message broker} */
    record Wanted(int port, String user, String property) {}

    /** All that are taken at once: one start tells what else several would. */
    static void requireAllFree(List<Wanted> wanted) {
        var taken = wanted.stream().filter(each -> !isFree(each.port())).toList();
        if (taken.size() == 1) {
            requireFree(taken.get(0).port(), taken.get(0).user(), taken.get(0).property());
        } else if (!taken.isEmpty()) {
            throw new StartupProblem(
                    taken.stream()
                            .map(each -> each.port() + " for " + each.user())
                            .collect(Collectors.joining(", ", "These ports are taken by other programs: ", ".")),
                    taken.stream()
                            .map(each -> StartupProblem.setting(each.property()))
                            .collect(
                                    Collectors.joining(", ", "Stop those programs, or choose other ports with ", ".")));
        }
    }

    private static boolean isFree(int port) {
        try {
            requireFree(port, "", "");
            return true;
        } catch (StartupProblem taken) {
            return false;
        }
    }

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
                    "Stop that program, or choose another port with " + StartupProblem.setting(property) + ".");
        }
    }
}
