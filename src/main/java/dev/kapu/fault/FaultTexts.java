package dev.kapu.fault;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a fault says to a partner's operator: what happened, and what to do. */
public final class FaultTexts {
    /** The languages in the order in which a fault's detail gives them; the first stands in for any other. */
    public static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("hu"), Locale.forLanguageTag("tr"));

    static final String PLACE = " ({0})";

    private static final Map<String, String> POSITIONS =
            Map.of("hu", "$1. sor, $2. oszlop", "tr", "$1. satır, $2. sütun");
    private static final Pattern LINE_AND_COLUMN = Pattern.compile("line (\\d+), column (\\d+)");

    private static final Texts TEXTS = new Texts("faults");

    private FaultTexts() {}

    /** @param where name of the element, header or setting at fault; left out of the text where null */
    public static String text(Fault fault, Locale language, @Nullable String where) {
        var place = where == null ? "" : " (" + positioned(where, language) + ")";
        return TEXTS.of(language, fault.code() + ".text").replace(PLACE, place);
    }

    private static String positioned(String where, Locale language) {
        var position = POSITIONS.get(language.getLanguage());
        return position == null
                ? where
                : LINE_AND_COLUMN
                        .matcher(where)
                        .replaceFirst(position)
                        .replace("; expected: ", language.getLanguage().equals("hu") ? "; elvárt: " : "; beklenen: ");
    }

    public static String remedy(Fault fault, Locale language) {
        return TEXTS.of(language, fault.code() + ".remedy");
    }
}
