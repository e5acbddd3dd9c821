package dev.kapu.submission;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** Words of the contract as a sheet says them in its language, e.g. of {@code sex}. */
final class SheetWords {
    private final ResourceBundle texts;

    SheetWords(Locale language) {
        texts = ResourceBundle.getBundle("sheet/sheet", language);
    }

    /** Whatever is no word of the contract is as it was sent. */
    String of(String field, String value) {
        var key = field.equals("remove") ? "field." + value : "word." + field + "." + value;
        return texts.containsKey(key) ? texts.getString(key) : value;
    }

    /** What a part of an affiliation is called; empty for the parts of a name or an address. */
    Optional<String> label(String part) {
        var key = "part." + part;
        return texts.containsKey(key) ? Optional.of(texts.getString(key)) : Optional.empty();
    }
}
