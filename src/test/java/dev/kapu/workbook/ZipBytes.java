package dev.kapu.workbook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A zip whose headers are changed by hand (APPNOTE.TXT 4.3.7 and 4.3.12), so that they lie. */
final class ZipBytes {
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;

    private final ByteBuffer bytes;
    private final Map<String, Integer> central = new LinkedHashMap<>();

    ZipBytes(Path zip) throws IOException {
        bytes = ByteBuffer.wrap(Files.readAllBytes(zip)).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.limit() - 22;
        if (bytes.getInt(end) != END) {
            throw new IOException("the zip has a comment");
        }
        for (int at = bytes.getInt(end + 16); bytes.getInt(at) == CENTRAL; ) {
            int name = bytes.getShort(at + 28);
            central.put(new String(bytes.array(), at + 46, name, StandardCharsets.UTF_8), at);
            at += 46 + name + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
    }

    /** What the part is said to have when it is unpacked. */
    ZipBytes claimingSize(String part, int size) {
        int at = at(part);
        bytes.putInt(at + 24, size);
        bytes.putInt(bytes.getInt(at + 42) + 22, size);
        return this;
    }

    /** Every part that is as empty as a picture nobody drew has the bytes of this one. */
    ZipBytes allAt(String part) {
        int one = at(part);
        central.forEach((name, at) -> {
            if (name.startsWith("xl/media/")) {
                for (int field : new int[] {20, 24, 42}) {
                    bytes.putInt(at + field, bytes.getInt(one + field));
                }
                bytes.putInt(at + 16, bytes.getInt(one + 16));
            }
        });
        return this;
    }

    private int at(String part) {
        var at = central.get(part);
        if (at == null) {
            throw new IllegalArgumentException(part);
        }
        return at;
    }

    Path in(Path folder) throws IOException {
        return Files.write(Files.createTempFile(folder, "zip", ".xlsx"), bytes.array());
    }
}
