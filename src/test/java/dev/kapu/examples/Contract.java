package dev.kapu.examples;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a contract says of itself, without the numbers of rules that it cites.
 *
 * @param namespace of its messages
 * @param operations each with what it does; of the events, each kind
 */
record Contract(String name, Path file, String namespace, String purpose, Map<String, String> operations) {
    private static final Pattern NAMESPACE = Pattern.compile("targetNamespace=\"([^\"]+)\"");
    private static final Pattern OPERATION = Pattern.compile(
            "<wsdl:operation name=\"(\\w+)\">\\s*<wsdl:documentation>(.*?)</wsdl:documentation>", Pattern.DOTALL);
    private static final Pattern KIND = Pattern.compile(
            "\\n  <xs:element name=\"(\\w+)\">\\s*<xs:annotation>\\s*<xs:documentation>(.*?)</xs:documentation>",
            Pattern.DOTALL);
    private static final Pattern DOCUMENTATION =
            Pattern.compile("<(?:wsdl|xs):documentation>(.*?)</", Pattern.DOTALL);

    static Contract service(Path wsdl) {
        return read(wsdl, wsdl.getFileName().toString().replace(".wsdl", ""), OPERATION);
    }

    static Contract events() {
        return read(Path.of("wsdl/events.xsd"), "events", KIND);
    }

    private static Contract read(Path file, String name, Pattern operation) {
        var text = GuideSamples.read(file);
        var operations = new LinkedHashMap<String, String>();
        operation.matcher(text).results().forEach(found -> operations.put(found.group(1), plain(found.group(2))));
        return new Contract(name, file, first(NAMESPACE, text), plain(first(DOCUMENTATION, text)), operations);
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .findFirst()
                .map(found -> Objects.requireNonNull(found.group(1)))
                .orElseThrow(() -> new AssertionError(pattern + " is not in the contract"));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ")
                .replace(" Root element of the message on a partner's queue.", "")
                .replaceAll(" \\([KWE][0-9]+(?:(?:, | to )[KWE][0-9]+)*\\)", "")
                .strip();
    }
}
