package dev.kapu.registry.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * A secret as it is printed and typed in: 52 characters of Crockford's base 32 (260 bits) in groups of four. Small
 * letters, spaces and hyphens make no difference, nor do O for 0 and I or L for 1.
 */
final class SecretText {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 52;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretText() {}

    static String random() {
        var text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** SHA-256 of the secret meant. */
    static byte[] hash(String typed) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(meant(typed).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String meant(String typed) {
        return typed.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
