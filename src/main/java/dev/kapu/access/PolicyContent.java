package dev.kapu.access;

import java.nio.charset.StandardCharsets;

/** Both files as they stand. */
final class PolicyContent {
    static final String PARTNERS = "partners.yaml";
    static final String PERMISSIONS = "permissions.yaml";

    private final byte[] partners;
    private final byte[] permissions;
    private final String version;

    PolicyContent(byte[] partners, byte[] permissions) {
        this.partners = partners;
        this.permissions = permissions;
        this.version = version(partners, permissions);
    }

    byte[] partners() {
        return partners;
    }

    byte[] permissions() {
        return permissions;
    }

    String version() {
        return version;
    }

    /** The hash of both hashes, so that no byte can move from one file to the other unseen. */
    private static String version(byte[] partners, byte[] permissions) {
        var sums = "%s  %s\n%s  %s\n".formatted(Sha256.hex(partners), PARTNERS, Sha256.hex(permissions), PERMISSIONS);
        return Sha256.hex(sums.getBytes(StandardCharsets.UTF_8));
    }
}
