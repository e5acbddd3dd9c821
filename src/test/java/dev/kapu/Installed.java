package dev.kapu;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What tests need beside Java. Where it is missing they are skipped, and the build says so; with {@code CI} they fail. */
public final class Installed {
    private static final Logger log = LoggerFactory.getLogger(Installed.class);
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private Installed() {}

    /** @param packages of Debian */
    public static void require(boolean there, String what, String packages) {
        require(there, what, packages, System.getenv("CI") != null);
    }

    static void require(boolean there, String what, String packages, boolean always) {
        if (there) {
            return;
        }
        var line = what + " is not installed: apt-get install " + packages;
        if (always) {
            throw new AssertionError(line);
        }
        if (TOLD.add(line)) {
            log.warn("TESTS ARE SKIPPED, because {}", line);
        }
        assumeTrue(false, line);
    }
}
