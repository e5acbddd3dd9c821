package dev.kapu.gate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, which every Java runtime has. */
public final class Hashes {
    private Hashes() {}

    public static byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    /** Of what somebody owns: nobody's bytes can look like another's. */
    public static byte[] sha256(String owner, byte[] bytes) {
        var digest = sha256();
        digest.update(owner.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return digest.digest(bytes);
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new LinkageError("SHA-256", impossible);
        }
    }
}
