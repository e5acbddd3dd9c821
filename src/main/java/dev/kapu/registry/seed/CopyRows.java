package dev.kapu.registry.seed;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of COPY. The seed's values hold no tab, newline or backslash, so nothing is escaped. */
final class CopyRows {
    private final StringBuilder text = new StringBuilder();
    private boolean started;

    CopyRows add(@Nullable Object value) {
        if (started) {
            text.append('\t');
        }
        text.append(value == null ? "\\N" : value);
        started = true;
        return this;
    }

    void end() {
        text.append('\n');
        started = false;
    }

    InputStream stream() {
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
