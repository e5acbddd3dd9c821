package dev.kapu.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** 256 random bits, in a file that only this user can read, or in memory only. */
public record Secret(Path file, String text) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The secret in a file, which is made if it is not there. */
    public static Secret kept(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return new Secret(file, Files.readString(file).strip());
        } catch (IOException e) {
            throw new StartupProblem(
                    "The secret in " + file + " cannot be read or written.", "Give this user the right to do so.");
        }
    }

    static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The same for the same two, and saying nothing of the secret (HMAC, RFC 2104). */
    static String derived(String secret, String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            return HexFormat.of().formatHex(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("no secret can be derived", e);
        }
    }

    /** Whole or not at all: an empty secret would stay for ever. */
    private static void create(Path file) throws IOException {
        var draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".secret", "");
        Files.writeString(draft, random());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
