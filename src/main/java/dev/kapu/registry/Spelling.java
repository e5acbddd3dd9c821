package dev.kapu.registry;

import java.text.Normalizer;

/** Whether two people who wrote a name meant the same: case, spaces and the encoding of accents do not matter. */
public final class Spelling {
    private Spelling() {}

    public static boolean same(String one, String other) {
        return plain(one).equalsIgnoreCase(plain(other));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }
}
