package dev.kapu.soap.xop;

import jakarta.activation.MimeType;
import jakarta.activation.MimeTypeParseException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a {@code Content-Type} says (RFC 2045, 5.1). */
final class MediaType {
    /** Whose bodies hold parts of their own (RFC 2046, 5). */
    private static final Set<String> COMPOSITE = Set.of("multipart", "message");

    private final MimeType type;

    /** @throws dev.kapu.fault.FaultException {@code ATTACHMENT_REFUSED} */
    MediaType(String said) {
        try {
            type = new MimeType(said);
        } catch (MimeTypeParseException unreadable) {
            throw XopPackage.refused("Content-Type");
        }
    }

    boolean is(String expected) {
        return type.getBaseType().equalsIgnoreCase(expected);
    }

    boolean isComposite() {
        return COMPOSITE.contains(type.getPrimaryType().toLowerCase(Locale.ROOT));
    }

    @Nullable
    String parameter(String name) {
        return type.getParameter(name);
    }

    String parameter(String name, String unsaid) {
        var said = type.getParameter(name);
        return said == null ? unsaid : said;
    }
}
