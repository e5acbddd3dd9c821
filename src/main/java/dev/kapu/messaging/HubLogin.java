package dev.kapu.messaging;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The hub's own user at the embedded broker; its password lives as long as the process. */
record HubLogin(String password) {
    /** No partner can be called so: {@link QueueNames#canBeUser}. */
    static final String USER = "(hub)";

    static HubLogin random() {
        return new HubLogin(randomSecret());
    }

    static String randomSecret() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return USER;
    }
}
