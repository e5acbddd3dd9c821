package dev.kapu.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PartnerGuideTest {
    private static final Path GUIDE = Path.of("docs/partner-guide.md");
    private static final String START = "<!-- faults -->\n";
    private static final String END = "<!-- /faults -->";

    /** After a change of the catalogue, paste what this test expected into the guide. */
    @Test
    void the_guide_lists_every_fault_as_the_catalogue_has_it() throws IOException {
        var guide = Files.readString(GUIDE);

        assertThat(guide.substring(guide.indexOf(START) + START.length(), guide.indexOf(END)))
                .isEqualTo(table());
    }

    @Test
    void the_guide_names_every_fault_that_passes_with_time() throws IOException {
        var guide = Files.readString(GUIDE);
        var start = guide.indexOf("Some of these pass with time");

        assertThat(Pattern.compile("`(Client\\.\\w+\\.\\w+)`")
                        .matcher(guide.substring(start, guide.indexOf("- `Server…`", start)))
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Fault.values())
                        .filter(Fault::passes)
                        .map(Fault::code)
                        .toList());
    }

    @Test
    void every_fault_that_the_guide_or_a_page_of_a_service_names_is_in_the_catalogue() throws IOException {
        var codes = Arrays.stream(Fault.values()).map(Fault::code).toList();

        var named = documents()
                .flatMap(text -> Pattern.compile("`((?:Client|Server)\\.\\w+\\.\\w+)`")
                        .matcher(text)
                        .results())
                .map(found -> found.group(1));

        assertThat(named).isNotEmpty().isSubsetOf(codes);
    }

    /** The guide and the pages of the services. */
    private static Stream<String> documents() throws IOException {
        try (var pages = Files.list(Path.of("docs/services"))) {
            var texts = new ArrayList<String>();
            for (var page : Stream.concat(Stream.of(GUIDE), pages).toList()) {
                texts.add(Files.readString(page));
            }
            return texts.stream();
        }
    }

    private static String table() {
        return Arrays.stream(Fault.values())
                .map(PartnerGuideTest::row)
                .collect(Collectors.joining("\n", "| code | what happened | what to do |\n|---|---|---|\n", "\n"));
    }

    private static String row(Fault fault) {
        return "| `%s` | %s | %s |"
                .formatted(
                        fault.code(),
                        FaultTexts.text(fault, Locale.ENGLISH, null),
                        FaultTexts.remedy(fault, Locale.ENGLISH));
    }
}
