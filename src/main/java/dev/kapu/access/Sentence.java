package dev.kapu.access;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phrase and what it speaks of; the language is chosen when it is read.
 *
 * @param arguments strings and phrases only: a sentence said again is equal to the first
 */
record Sentence(Phrase phrase, List<Object> arguments) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    String in(Locale language) {
        return PLACE.matcher(phrase.text(language))
                .replaceAll(place -> Matcher.quoteReplacement(argument(Integer.parseInt(place.group(1)), language)));
    }

    private String argument(int place, Locale language) {
        var argument = arguments.get(place);
        return argument instanceof Phrase inner ? inner.text(language) : argument.toString();
    }
}
