package dev.kapu.registry.matching;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A description as bytes: many of them fit where a few would as objects. */
final class Packed {
    private static final int UNKNOWN = -1;

    private Packed() {}

    static byte[] bytes(Description of) {
        var born = of.birthDate();
        var texts = Arrays.asList(
                of.family(),
                of.given(),
                of.birthFamily(),
                of.birthGiven(),
                of.motherFamily(),
                of.motherGiven(),
                of.birthPlace(),
                born == null ? null : born.toString(),
                of.sex(),
                of.postcode(),
                of.settlement(),
                of.street(),
                of.taj());
        List<byte[]> written = texts.stream().map(Packed::written).toList();
        var packed = ByteBuffer.allocate(
                written.stream().mapToInt(text -> text.length).sum());
        written.forEach(packed::put);
        return packed.array();
    }

    private static byte[] written(@Nullable String text) {
        if (text == null) {
            return ByteBuffer.allocate(Short.BYTES).putShort((short) UNKNOWN).array();
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > Short.MAX_VALUE) {
            throw new IllegalArgumentException("a text of a description is too long");
        }
        return ByteBuffer.allocate(Short.BYTES + bytes.length)
                .putShort((short) bytes.length)
                .put(bytes)
                .array();
    }

    static Description description(byte[] packed) {
        var from = ByteBuffer.wrap(packed);
        return new Description(
                text(from),
                text(from),
                text(from),
                text(from),
                text(from),
                text(from),
                text(from),
                day(text(from)),
                text(from),
                text(from),
                text(from),
                text(from),
                text(from));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable String text(ByteBuffer from) {
        int length = from.getShort();
        if (length == UNKNOWN) {
            return null;
        }
        byte[] bytes = new byte[length];
        from.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
