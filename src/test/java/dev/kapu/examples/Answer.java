package dev.kapu.examples;

import java.util.List;
import java.util.regex.Pattern;

/** What came back, picked apart by names of elements. */
record Answer(String xml) {
    /** The text of the first element of the name. */
    String one(String element) {
        return all(element).stream().findFirst().orElseThrow(() -> new AssertionError("no " + element + " in " + xml));
    }

    List<String> all(String element) {
        return Pattern.compile("<(?:\\w+:)?" + element + ">([^<]*)<")
                .matcher(xml)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** What a history says of a field: {@code before > after}, where it was something before. */
    List<String> changes(String field) {
        var change = "name>%s</[^<]*<(?:\\w+:)?before>([^<]*)</[^<]*<(?:\\w+:)?after>([^<]*)<";
        return Pattern.compile(change.formatted(Pattern.quote(field)))
                .matcher(xml)
                .results()
                .map(found -> found.group(1) + " > " + found.group(2))
                .toList();
    }

    /** The code of the fault. */
    String refusal() {
        return one("faultcode").replaceFirst("^soap:", "");
    }
}
