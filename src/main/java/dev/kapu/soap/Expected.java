package dev.kapu.soap;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a schema wanted, out of the validator's words. Hazard: those quote the message, so only what the schema says is
 * taken from them, and the name of an element.
 */
final class Expected {
    private static final Pattern NAMES = Pattern.compile("(?:Possible tag names are: |model\\. expecting: )(.*)$");
    private static final Pattern NAME = Pattern.compile("<([A-Za-z][A-Za-z0-9]{0,63})>");
    private static final Pattern TYPE = Pattern.compile("does not satisfy the \"([A-Za-z]{1,40})\" type$");
    private static final Pattern FACET =
            Pattern.compile("^the (?:value does not match the regular expression \"(.*)\"\\."
                    + "|length of the value is \\d+, but the required ((?:maximum |minimum )?is \\d+)\\."
                    + "|value is not a member of the enumeration: (.*))$");
    private static final Pattern BOUND = Pattern.compile(
            "^the value is out of the range \\((m(?:ax|in))Inclusive specifies ([\\w.,:+-]{1,40})\\)\\.$");
    private static final Pattern UNEXPECTED =
            Pattern.compile("(?:^element |(?:^|of )tag (?:name )?)\"([\\p{L}][\\w.-]{0,63})\"");
    private static final String NO_MORE = " was found where no element may occur";

    private Expected() {}

    /** Names of elements, a type, a pattern, a length or a bound. */
    static Optional<String> in(String said) {
        var names = NAMES.matcher(said);
        if (names.find()) {
            return Optional.of(NAME.matcher(names.group(1))
                            .results()
                            .map(name -> name.group(1))
                            .collect(Collectors.joining(", ")))
                    .filter(all -> !all.isEmpty());
        }
        if (said.endsWith(NO_MORE)) {
            return Optional.of("no further element");
        }
        var bound = BOUND.matcher(said);
        if (bound.matches()) {
            return Optional.of((bound.group(1).equals("max") ? "at most " : "at least ")
                    + bound.group(2).replace(",", ""));
        }
        var facet = FACET.matcher(said);
        if (facet.matches()) {
            return Optional.ofNullable(facet.group(1))
                    .or(() -> Optional.ofNullable(facet.group(2)).map(length -> "length " + length))
                    .or(() -> Optional.ofNullable(facet.group(3)));
        }
        return Optional.of(TYPE.matcher(said)).filter(type -> type.find()).map(type -> type.group(1));
    }

    /** Whether a word is none of a list's. */
    static boolean isOfList(String said) {
        return said.startsWith("the value is not a member of the enumeration");
    }

    /** The name of an element that stands where it may not. */
    static Optional<String> unexpected(String said) {
        return Optional.of(UNEXPECTED.matcher(said)).filter(tag -> tag.find()).map(tag -> tag.group(1));
    }
}
