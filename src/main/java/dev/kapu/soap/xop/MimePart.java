package dev.kapu.soap.xop;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part with its headers (RFC 2045); of these a few are known, the others say nothing. */
final class MimePart {
    private static final int LONGEST_HEADERS = 4096;
    private static final byte[] END = MimeParts.bytes("\r\n\r\n");

    private final Map<String, String> headers;
    private final ByteBuffer body;

    private MimePart(Map<String, String> headers, ByteBuffer body) {
        this.headers = headers;
        this.body = body;
    }

    /** @throws dev.kapu.fault.FaultException {@code ATTACHMENT_REFUSED} */
    static MimePart of(byte[] message, int from, int to) {
        int end = MimeParts.find(END, message, from, Math.min(to, from + LONGEST_HEADERS));
        if (end < 0) {
            throw XopPackage.refused("part");
        }
        var headers = headers(new String(message, from, end - from, StandardCharsets.ISO_8859_1));
        int start = end + END.length;
        return new MimePart(headers, decoded(headers, ByteBuffer.wrap(message, start, to - start)));
    }

    private static Map<String, String> headers(String text) {
        var headers = new HashMap<String, String>();
        for (var line : text.replaceAll("\r\n[ \t]+", " ").split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon < 1
                    || headers.put(
                                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                                    line.substring(colon + 1).strip())
                            != null) {
                throw XopPackage.refused("part");
            }
        }
        return headers;
    }

    private static ByteBuffer decoded(Map<String, String> headers, ByteBuffer body) {
        var encoding = headers.getOrDefault("content-transfer-encoding", "binary");
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "binary", "8bit", "7bit" -> body;
            case "base64" -> base64(body);
            default -> throw XopPackage.refused("Content-Transfer-Encoding");
        };
    }

    private static ByteBuffer base64(ByteBuffer body) {
        var text = StandardCharsets.ISO_8859_1.decode(body).toString().replace("\r\n", "");
        try {
            return ByteBuffer.wrap(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException broken) {
            throw XopPackage.refused("Content-Transfer-Encoding");
        }
    }

    /** With its angle brackets; null if it has none. */
    @Nullable
    String id() {
        return headers.get("content-id");
    }

    MediaType type() {
        return new MediaType(headers.getOrDefault("content-type", "text/plain"));
    }

    /** A view of its own. */
    ByteBuffer body() {
        return body.asReadOnlyBuffer();
    }
}
