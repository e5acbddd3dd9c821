package dev.kapu.soap;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a content type says of the encoding. */
final class ContentType {
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([^\"';\\s]*)", Pattern.CASE_INSENSITIVE);

    /** What programs send that were told nothing, or something else. */
    private static final Set<String> USUAL = Set.of(
            "application/json",
            "application/octet-stream",
            "application/soap+xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "text/html",
            "text/plain");

    private ContentType() {}

    /** Where a type is at fault: with the type itself only if it is a usual one, for a sender can write anything there. */
    static String place(@Nullable String type) {
        var media = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        var shown = media.isEmpty() ? ": –" : USUAL.contains(media) ? ": " + media : "";
        return "Content-Type" + shown + "; expected: text/xml";
    }

    /**
     * Null where it says nothing.
     *
     * @throws FaultException {@code ENCODING_REFUSED}, if the hub cannot read it
     */
    static @Nullable String charset(@Nullable String type) {
        var said = CHARSET.matcher(type == null ? "" : type);
        if (!said.find() || said.group(1).isEmpty()) {
            return null;
        }
        if (!isSupported(said.group(1))) {
            throw new FaultException(Fault.ENCODING_REFUSED, "charset");
        }
        return said.group(1);
    }

    private static boolean isSupported(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException illegal) {
            return false;
        }
    }
}
