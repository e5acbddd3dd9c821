package dev.kapu.examples;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The pages of the services say what contracts and permissions say. What stands between the marks of a page is made here:
 * after a change copy {@code target/services} over {@code docs/services}.
 */
class ServicePagesTest {
    private static final String START = "<!-- contract -->\n";
    private static final String END = "<!-- /contract -->";

    /** Operations and kinds of events that need no sample. */
    private static final List<String> WITHOUT = List.of();

    private final Grants grants = new Grants();
    private final ShownSamples samples = new ShownSamples(Docs.pages());
    private final List<Contract> contracts = Stream.concat(
                    Docs.contracts().stream().map(Contract::service), Stream.of(Contract.events()))
            .toList();

    @Test
    void each_page_says_what_the_contract_and_the_permissions_say() throws IOException {
        var softly = new SoftAssertions();

        for (var contract : contracts) {
            compare(softly, contract.name() + ".md", made(contract));
        }
        compare(softly, "README.md", list());

        softly.assertAll();
    }

    @Test
    void every_operation_and_every_kind_of_events_has_a_sample() {
        var missing = new TreeSet<String>();

        for (var contract : contracts) {
            assertThat(contract.operations()).as(contract.name()).isNotEmpty();
            contract.operations().keySet().stream()
                    .filter(operation ->
                            samples.link(contract.namespace(), operation).isEmpty())
                    .forEach(operation -> missing.add(contract.name() + "/" + operation));
        }

        assertThat(missing).containsExactlyElementsOf(WITHOUT);
    }

    private String made(Contract contract) {
        var events = contract.name().equals("events");
        var rows = contract.operations().entrySet().stream()
                .map(operation -> "| `%s` | %s | %s | %s |%n"
                        .formatted(
                                operation.getKey(),
                                operation.getValue(),
                                grants.holders(contract.name(), operation.getKey()),
                                samples.link(contract.namespace(), operation.getKey())
                                        .orElse("")))
                .collect(joining());
        return """
                %s

                %s

                ## %s
                | %s | what it %s | who %s | |
                |---|---|---|---|
                %s
                ## Grants
                | who | purpose | what | about whom | what may be in it | at most | by which law |
                |---|---|---|---|---|---|---|
                %s""".formatted(
                        contract.purpose(),
                        where(contract, events),
                        events ? "Kinds" : "Operations",
                        events ? "kind" : "operation",
                        events ? "tells" : "does",
                        events ? "may receive it" : "may call it",
                        rows,
                        grants.rows(contract.name()));
    }

    private static String where(Contract contract, boolean events) {
        var file = "[%1$s](../../wsdl/%1$s)".formatted(contract.file().getFileName());
        return events
                ? "Contract: %s. Queue: `kapu.out.<partner>` ([how](../partner-guide.md#4-by-queue)).".formatted(file)
                : "Contract: %s. Address: `https://HOST:8443/services/%s`. Queue: `kapu.requests.%2$s`. ([How to connect](../partner-guide.md))"
                        .formatted(file, contract.name());
    }

    private String list() {
        return contracts.stream()
                        .map(contract -> "| [%1$s](%1$s.md) | %2$s | %3$s |%n"
                                .formatted(contract.name(), contract.purpose(), users(contract)))
                        .collect(joining("", "| service | what for | who |\n|---|---|---|\n", ""))
                + partners();
    }

    private String users(Contract contract) {
        return contract.operations().keySet().stream()
                .flatMap(operation ->
                        Stream.of(grants.holders(contract.name(), operation).split(", ")))
                .distinct()
                .sorted()
                .collect(joining(", "));
    }

    private static String partners() {
        List<Map<String, Object>> partners = new Yaml().load(GuideSamples.read(Path.of("config/partners.yaml")));
        return partners.stream()
                .map(partner -> "| `%s` | %s |%n".formatted(partner.get("name"), partner.get("title")))
                .collect(joining("", "\n| partner | who that is |\n|---|---|\n", ""));
    }

    private static void compare(SoftAssertions softly, String name, String made) throws IOException {
        var page = Docs.SERVICES.resolve(name);
        var text = Files.exists(page)
                ? GuideSamples.read(page)
                : "# %s%n%n%s%s%n".formatted(name.replace(".md", ""), START, END);
        int start = text.indexOf(START) + START.length();
        int end = text.indexOf(END);
        var whole = text.substring(0, start) + made + text.substring(end);
        Files.writeString(Files.createDirectories(Path.of("target", "services")).resolve(name), whole);
        softly.assertThat(text).as(page.toString()).isEqualTo(whole);
    }
}
