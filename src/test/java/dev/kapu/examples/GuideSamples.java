package dev.kapu.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The samples of the documents for partners, each behind a mark with the name of the envelope that is sent. They may differ from
 * what really passes in numbers, days, codes and people's names only, and leave something out where a comment stands.
 */
final class GuideSamples {
    private static final Pattern SAMPLE = Pattern.compile(
            "<!-- sample ([a-z-]+) -->\\s+```xml\\n(.*?)```(?:(?!```|<!-- sample ).)*```xml\\n(.*?)```",
            Pattern.DOTALL);

    private record Sample(String request, String answer) {}

    private final Map<String, Sample> samples = new LinkedHashMap<>();
    private final Set<String> checked = new TreeSet<>();

    GuideSamples(List<Path> files) {
        for (var file : files) {
            SAMPLE.matcher(read(file))
                    .results()
                    .forEach(found -> samples.put(found.group(1), new Sample(found.group(2), found.group(3))));
        }
    }

    Set<String> names() {
        return samples.keySet();
    }

    Set<String> checked() {
        return checked;
    }

    /** What the hub really answered lies in {@code target/guide} afterwards, to be pasted. */
    Answer check(String name, Answer answer) {
        keep(name, answer.xml());
        checked.add(name);
        var sample = samples.get(name);
        assertThat(sample).as("sample %s in the documents", name).isNotNull();
        assertThat(requestLike(sample.request(), name)).as(sample.request()).isTrue();
        assertThat(masked(body(answer.xml()))).matches(answerLike(sample.answer()));
        return answer;
    }

    /** The command in the document that begins so. */
    static String command(Path document, String beginning) {
        var found = Pattern.compile("```\\n(" + Pattern.quote(beginning) + "[^`]*)```")
                .matcher(read(document));
        assertThat(found.find()).isTrue();
        return found.group(1).strip();
    }

    private static boolean requestLike(String shown, String name) {
        var fixture = read(Path.of("src/test/resources/envelopes/examples/" + name + ".xml"));
        var sent = shown.startsWith("<soap:Envelope") ? fixture : body(fixture);
        var pattern = Pattern.compile("\\$\\{\\w+}")
                .splitAsStream(flat(sent))
                .map(Pattern::quote)
                .reduce((before, after) -> before + "[^<]+" + after)
                .orElseThrow();
        return flat(shown).matches(pattern);
    }

    static Pattern answerLike(String shown) {
        return Pattern.compile(
                Pattern.compile("<!--.*?-->")
                        .splitAsStream(masked(shown))
                        .map(Pattern::quote)
                        .reduce((before, after) -> before + ".*" + after)
                        .orElseThrow(),
                Pattern.DOTALL);
    }

    private static String body(String envelope) {
        var body =
                Pattern.compile("<(\\w+:)Body>(.*)</\\1Body>", Pattern.DOTALL).matcher(envelope);
        assertThat(body.find()).as(envelope).isTrue();
        return body.group(2);
    }

    /** Without what differs each time: numbers, days, codes, names of people; nor prefixes and line ends. */
    static String masked(String xml) {
        return flat(xml)
                .replaceAll(" xmlns(:\\w+)?=\"[^\"]*\"", "")
                .replaceAll("(</?)\\w+:", "$1")
                .replaceAll(">[^<]*[0-9][^<]*<", ">…<")
                .replaceAll("<(family|given)>[^<]*<", "<$1>…<");
    }

    private static String flat(String xml) {
        return xml.replaceAll("<\\?xml[^>]*>", "")
                .replaceAll("\\s+xmlns", " xmlns")
                .replaceAll("(?<=>)\\s+|\\s+(?=<)", "")
                .strip();
    }

    static void keep(String name, String answer) {
        try {
            var directory = Files.createDirectories(Path.of("target", "guide"));
            Files.writeString(directory.resolve(name + ".xml"), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
