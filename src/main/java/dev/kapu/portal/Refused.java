package dev.kapu.portal;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.fault.FaultTexts;
import dev.kapu.fault.Texts;
import dev.kapu.workbook.FieldWords;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** A refusal as a page says it. */
record Refused(FaultException why) {
    static final String NAME = "refused";

    /** In a message that the page wrote, and nobody who reads the page. */
    private static final Pattern POSITION = Pattern.compile("(, )?line \\d+, column \\d+.*");

    /** What the catalogue says to programs is said otherwise to people. */
    private static final Texts PAGES = new Texts("institution");

    static HttpStatus status(Fault fault) {
        if (fault == Fault.QUOTA_EXCEEDED) {
            return HttpStatus.TOO_MANY_REQUESTS;
        }
        if (fault.code().endsWith("NotFound")) {
            return HttpStatus.NOT_FOUND;
        }
        return switch (fault.category()) {
            case MESSAGE -> HttpStatus.BAD_REQUEST;
            case IDENTITY, PERMISSION -> HttpStatus.FORBIDDEN;
            case DATA -> HttpStatus.CONFLICT;
            case SERVER -> fault == Fault.INTERNAL ? HttpStatus.INTERNAL_SERVER_ERROR : HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    public String code() {
        return why.fault().code();
    }

    /** The field that it speaks of, as in the contract; empty if it speaks of none. */
    public String field() {
        return Objects.requireNonNullElse(why.where(), "");
    }

    public String text(Locale language) {
        var where = why.where() == null ? "" : POSITION.matcher(why.where()).replaceFirst("");
        var word = where.isEmpty() ? null : FieldWords.of(where, language);
        if (why.fault() == Fault.INVALID) {
            return PAGES.of(language, "portal.fault.input").replace(" ({0})", word == null ? "" : " (" + word + ")");
        }
        return FaultTexts.text(why.fault(), language, word);
    }

    public String remedy(Locale language) {
        if (why.fault() == Fault.INVALID) {
            return PAGES.of(language, "portal.remedy.input");
        }
        return why.fault().category() == Fault.Category.SERVER
                ? PAGES.of(language, "portal.remedy.later")
                : FaultTexts.remedy(why.fault(), language);
    }
}
