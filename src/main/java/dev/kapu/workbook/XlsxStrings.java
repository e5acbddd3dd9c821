package dev.kapu.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shared texts of an .xlsx. Kept as bytes: as strings they would take five times the memory. */
final class XlsxStrings {
    private static final int BLOCK = 1 << 20;
    private static final int MOST = 4_000_000;
    private static final int BLOCKS = 64;

    /** ECMA-376 part 1, 22.4.2.4: how a character that XML forbids is written. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<byte[]> blocks = new ArrayList<>();
    private long[] places = new long[1024];
    private int count;
    private int used = BLOCK;
    private int last = -1;
    private String lastText = "";

    /** @param part null for a file that has none */
    static XlsxStrings of(XlsxParts parts, @Nullable String part) throws IOException {
        var strings = new XlsxStrings();
        if (part != null) {
            XlsxXml.read(parts, part, xml -> {
                while (xml.nextElement()) {
                    if (xml.name().equals("si")) {
                        strings.add(xml.text());
                        xml.found();
                    }
                }
            });
        }
        return strings;
    }

    String get(int index) {
        if (index < 0 || index >= count) {
            throw Refusal.broken();
        }
        if (index == last) {
            return lastText;
        }
        long place = places[index];
        var block = blocks.get((int) (place >>> 40));
        int start = (int) (place >>> 20) & (BLOCK - 1);
        last = index;
        lastText = new String(block, start, (int) place & (BLOCK - 1), StandardCharsets.UTF_8);
        return lastText;
    }

    static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                : text;
    }

    private void add(String text) {
        var bytes = unescaped(text).getBytes(StandardCharsets.UTF_8);
        if (blocks.isEmpty() || used + bytes.length > BLOCK) {
            if (blocks.size() == BLOCKS) {
                throw Refusal.tooLarge("shared texts");
            }
            blocks.add(new byte[BLOCK]);
            used = 0;
        }
        if (count == MOST) {
            throw Refusal.tooLarge("shared texts");
        }
        if (count == places.length) {
            places = Arrays.copyOf(places, Math.min(MOST, count + count / 2));
        }
        System.arraycopy(bytes, 0, blocks.get(blocks.size() - 1), used, bytes.length);
        places[count++] = (long) (blocks.size() - 1) << 40 | (long) used << 20 | bytes.length;
        used += bytes.length;
    }
}
