package dev.kapu.access;

import java.nio.file.Path;
import java.time.ZoneOffset;

/** Access by policy files of a test's own. */
public final class TestAccess {
    private TestAccess() {}

    /** Decides as on 1 October 2026. */
    public static Access of(Path directory, String partners, String permissions) {
        return new GrantedAccess(
                files(directory, partners, permissions),
                new Today(PolicyFolder.NOON, ZoneOffset.UTC),
                System::nanoTime);
    }

    public static Policies policies(Path directory, String partners, String permissions) {
        return files(directory, partners, permissions);
    }

    private static PolicyFiles files(Path directory, String partners, String permissions) {
        return new PolicyFolder(directory)
                .partners(partners)
                .permissions(permissions)
                .load();
    }
}
