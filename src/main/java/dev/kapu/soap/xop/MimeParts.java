package dev.kapu.soap.xop;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The parts of a multipart body (RFC 2046, 5.1.1), with nothing before the first and nothing behind the last. */
final class MimeParts {
    private static final Pattern BOUNDARY = Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]");
    private static final byte[] LINE = bytes("\r\n");
    private static final byte[] LAST = bytes("--");

    /** One more than anybody wants. */
    private static final int MOST = 3;

    private MimeParts() {}

    /**
     * @return those that come first, if there are many
     * @throws dev.kapu.fault.FaultException {@code ATTACHMENT_REFUSED}
     */
    static List<MimePart> of(byte[] message, String boundary) {
        if (!BOUNDARY.matcher(boundary).matches()) {
            throw XopPackage.refused("boundary");
        }
        byte[] delimiter = bytes("\r\n--" + boundary);
        var parts = new ArrayList<MimePart>();
        int at = first(message, delimiter);
        while (parts.size() < MOST && !isLast(message, at)) {
            if (!isAt(LINE, message, at)) {
                throw XopPackage.refused("boundary");
            }
            int from = at + LINE.length;
            int to = find(delimiter, message, from, message.length);
            if (to < 0) {
                throw XopPackage.refused("boundary");
            }
            parts.add(MimePart.of(message, from, to));
            at = to + delimiter.length;
        }
        return parts;
    }

    /** Behind the first delimiter, whose line break may be missing as nothing stands before it. */
    private static int first(byte[] message, byte[] delimiter) {
        if (isAt(delimiter, message, 0)) {
            return delimiter.length;
        }
        byte[] bare = Arrays.copyOfRange(delimiter, LINE.length, delimiter.length);
        if (isAt(bare, message, 0)) {
            return bare.length;
        }
        throw XopPackage.refused("boundary");
    }

    private static boolean isLast(byte[] message, int at) {
        if (!isAt(LAST, message, at)) {
            return false;
        }
        int end = at + LAST.length;
        if (end == message.length || (isAt(LINE, message, end) && end + LINE.length == message.length)) {
            return true;
        }
        throw XopPackage.refused("boundary");
    }

    /** @return where in that range it begins first; -1 if nowhere */
    static int find(byte[] wanted, byte[] message, int from, int to) {
        for (int at = from; at <= to - wanted.length; at++) {
            if (isAt(wanted, message, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isAt(byte[] wanted, byte[] message, int at) {
        int end = at + wanted.length;
        return end <= message.length && Arrays.equals(wanted, 0, wanted.length, message, at, end);
    }

    static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }
}
