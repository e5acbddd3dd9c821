package dev.kapu.portal;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.fault.FaultTexts;
import dev.kapu.fault.Texts;
import dev.kapu.workbook.FaultWords;
import dev.kapu.workbook.FieldWords;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** A refusal as a page says it. */
record Refused(FaultException why) {
    static final String NAME = "refused";

    /** In a message that the page wrote, and nobody who reads the page. */
    private static final Pattern POSITION = Pattern.compile("(, )?line \\d+, column \\d+.*");

    private static final Pattern ELEMENT = Pattern.compile("\\b[a-z]+[A-Z]\\w*");

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
        return where().replaceFirst("[/:].*", "");
    }

    public String text(Locale language) {
        var word = where().isEmpty() ? null : place(language);
        if (why.fault() == Fault.INVALID) {
            return PAGES.find(language, "portal.fault.input." + field())
                    .orElseGet(() -> PAGES.of(language, "portal.fault.input")
                            .replace(" ({0})", word == null ? "" : " (" + word + ")"));
        }
        return FaultTexts.text(why.fault(), language, word);
    }

    public String remedy(Locale language) {
        if (why.fault() == Fault.INVALID) {
            return PAGES.find(language, "portal.remedy.input." + field())
                    .orElseGet(() -> PAGES.of(language, "portal.remedy.input"));
        }
        return why.fault().category() == Fault.Category.SERVER
                ? PAGES.of(language, "portal.remedy.later")
                : FaultWords.remedy(why.fault(), language);
    }

    private String where() {
        return why.where() == null ? "" : POSITION.matcher(why.where()).replaceFirst("");
    }

    /** The field, and the first and the last possible day if they are named: {@code endDate: startDate – 2026-11-27}. */
    private String place(Locale language) {
        var field = FieldWords.of(field(), language);
        var possible = where().substring(field().length());
        if (!possible.startsWith(":")) {
            return field;
        }
        return field
                + ELEMENT.matcher(new PageDays(language).within(possible))
                        .replaceAll(name -> FieldWords.of(name.group(), language));
    }
}
