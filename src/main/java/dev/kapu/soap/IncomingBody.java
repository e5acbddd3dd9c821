package dev.kapu.soap;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.apache.cxf.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * The octets of a message; what one call leaves unread is there for the next.
 *
 * @param keptOut why messaging has let none of it in: {@code TOO_LARGE}, or {@code INVALID} of what is no text though it
 *     says so
 */
record IncomingBody(Message message, @Nullable Fault keptOut) {
    /**
     * Reads the whole body.
     *
     * @throws FaultException {@code TOO_LARGE} after {@code maxBytes}, the rest unread; {@code INCOMPLETE} if it broke
     *     off or took too long; or why it was kept out. What came until then is in {@code into}
     */
    void read(int maxBytes, ByteArrayOutputStream into) {
        glimpse(maxBytes + 1, into);
        if (into.size() > maxBytes || keptOut == Fault.TOO_LARGE) {
            throw new FaultException(Fault.TOO_LARGE);
        }
        if (keptOut != null) {
            throw new FaultException(keptOut, "JMS body");
        }
    }

    /**
     * Reads the start of the body.
     *
     * @throws FaultException {@code INCOMPLETE}
     */
    void glimpse(int most, ByteArrayOutputStream into) {
        try {
            if (isText()) {
                text(most, into);
            } else {
                octets(most, into);
            }
        } catch (IOException broken) {
            throw new FaultException(Fault.INCOMPLETE);
        }
    }

    /** A JMS text message comes as characters, whatever its XML declaration says of their encoding: they become UTF-8. */
    boolean isText() {
        return message.getContent(Reader.class) != null;
    }

    private void text(int most, ByteArrayOutputStream into) throws IOException {
        var chars = new char[8192];
        var reader = message.getContent(Reader.class);
        try (var utf8 = new OutputStreamWriter(into, StandardCharsets.UTF_8)) {
            for (int read; into.size() < most && (read = reader.read(chars)) >= 0; utf8.flush()) {
                utf8.write(chars, 0, read);
            }
        }
    }

    private void octets(int most, ByteArrayOutputStream into) throws IOException {
        var stream = message.getContent(InputStream.class);
        if (stream == null) {
            return;
        }
        var bytes = new byte[8192];
        for (int read; into.size() < most; into.write(bytes, 0, read)) {
            read = stream.read(bytes, 0, Math.min(bytes.length, most - into.size()));
            if (read < 0) {
                return;
            }
        }
    }
}
