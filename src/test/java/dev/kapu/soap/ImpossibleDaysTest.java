package dev.kapu.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kapu.fault.FaultException;
import dev.kapu.gate.Operation;
import dev.kapu.start.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A day that no calendar has is a slip of the pen, named with its place; it is not as if the element were missing. */
class ImpossibleDaysTest {
    private static final SoapProperties LIMITS = new SoapProperties(1_048_576, 1_048_576, 8, Duration.ofSeconds(30), 1);
    private static final WsdlContracts CONTRACTS = new WsdlContracts(new Home(List.of(Path.of(""))), LIMITS);
    private static final Path SAMPLES = Path.of("docs/services");
    private static final Pattern SAMPLE = Pattern.compile("```xml\n(<(\\w+) .*?)```", Pattern.DOTALL);
    private static final Pattern DAY = Pattern.compile("<(?:\\w+:)?(\\w+)>(\\d{4}-\\d\\d-\\d\\d)(?=[<T])");

    /** @param xml a sample with one wrong day */
    record Wrong(Operation operation, String element, String xml) {
        @Override
        public String toString() {
            return operation.id() + " " + element;
        }
    }

    static Stream<Wrong> every_day_and_moment_of_the_samples() {
        return CONTRACTS.operations().stream().flatMap(ImpossibleDaysTest::samples);
    }

    private static Stream<Wrong> samples(Operation operation) {
        return SAMPLE.matcher(page(operation.service()))
                .results()
                .filter(sample -> sample.group(2).equals(operation.name()))
                .flatMap(sample -> DAY.matcher(sample.group(1)).results().map(day -> {
                    var wrong = new StringBuilder(sample.group(1)).replace(day.start(2), day.end(2), "2026-02-30");
                    return new Wrong(operation, day.group(1), wrong.toString());
                }));
    }

    @ParameterizedTest
    @MethodSource("every_day_and_moment_of_the_samples")
    void is_named(Wrong wrong) {
        assertThat(where(wrong.operation().id(), wrong.xml())).contains(wrong.element() + ", line ");
    }

    @ParameterizedTest
    @CsvSource({
        "PersonRegistry/verifyPerson, <birthDate>2009-02-30</birthDate>",
        "PersonRegistry/verifyPerson, <birthDate>2009-02-29</birthDate>",
        "PersonRegistry/verifyPerson, <birthDate>2009-04-31</birthDate>",
    })
    void one_that_may_be_left_out_is_not_taken_as_left_out(String operation, String day) {
        var xml = """
                <verifyPerson xmlns='urn:kapu:person-registry:v1' xmlns:p='urn:kapu:person:v1'>
                <educationId>70000000016</educationId>%s</verifyPerson>""".formatted(day);

        assertThat(where(operation, xml)).contains("birthDate, line ");
    }

    @ParameterizedTest
    @CsvSource({"2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-01-01T25:00:00Z", "2026-01-01T10:60:00Z"})
    void a_moment_likewise(String moment) {
        var xml = "<changesSince xmlns='urn:kapu:institution-master:v1'><moment>" + moment + "</moment></changesSince>";

        assertThat(where("InstitutionMaster/changesSince", xml)).startsWith("moment, line ");
    }

    private static String where(String operation, String xml) {
        var known = CONTRACTS.operations().stream()
                .filter(one -> one.id().equals(operation))
                .findFirst()
                .orElseThrow();
        var no = catchThrowableOfType(
                FaultException.class, () -> CONTRACTS.read(known, xml.getBytes(StandardCharsets.UTF_8)));
        return no.where() == null ? "" : no.where();
    }

    private static String page(String service) {
        try {
            return Files.readString(SAMPLES.resolve(service + ".md"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
