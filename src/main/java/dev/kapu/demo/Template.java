package dev.kapu.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/** A message as a partner's programmer would keep it: XML with {@code ${places}} to fill. */
record Template(String text) {
    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");

    /** @param name below {@code demo/}, without {@code .xml} */
    static Template load(String name) {
        try {
            return new Template(
                    new ClassPathResource("demo/" + name + ".xml").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** @throws IllegalArgumentException if a place has no value */
    String fill(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            var value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no value for " + place.group(1));
            }
            return Matcher.quoteReplacement(HtmlUtils.htmlEscape(value, "UTF-8"));
        });
    }
}
