package dev.kapu.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kapu.contract.events.AffiliationEnded;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.start.Home;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodiesTest {
    private static final SoapProperties LIMITS = new SoapProperties(2_048, 2_048, 8, Duration.ofSeconds(30), 1);

    @Test
    void an_event_is_written_as_the_element_of_its_schema() {
        var event = new AffiliationEnded();
        event.setEventId("3b241101-e2bb-4255-8caf-4136c566a962");

        var bodies = new Bodies(List.of(), List.of(AffiliationEnded.class), LIMITS);

        var xml = new String(bodies.write(event), StandardCharsets.UTF_8);

        assertThat(xml).contains("affiliationEnded", "urn:kapu:events:v1", "3b241101-e2bb-4255-8caf-4136c566a962");
    }

    @Test
    void a_body_that_comes_alone_keeps_the_limits_of_an_envelope() {
        var contracts = new WsdlContracts(new Home(List.of(Path.of(""))), LIMITS);
        var operation = contracts.operations().stream()
                .filter(each -> each.name().equals("getCardholder"))
                .findFirst()
                .orElseThrow();
        var body = "<getCardholder xmlns='urn:kapu:id-cards:v1'><educationId>70000000016</educationId>%s"
                + "<institutionCode>040003</institutionCode></getCardholder>";
        var room = " ".repeat(2_048 - body.length() + 2);
        var deep = "<a>".repeat(8) + "</a>".repeat(8);

        assertThat(contracts.read(operation, bytes(body.formatted(room)))).isNotNull();
        assertThatThrownBy(() -> contracts.read(operation, bytes(body.formatted(room + " "))))
                .hasMessage(Fault.TOO_LARGE.code());
        assertThatThrownBy(() -> contracts.read(operation, bytes(body.formatted(deep))))
                .hasMessage(Fault.TOO_DEEP.code());
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <a/>                                                       | a, line 1, column
            <submissionNumber>2026-1</submissionNumber>                | submissionNumber, line
            <submissionNumber>SECRET</submissionNumber>                | ; expected: [0-9]{4}-[0-9]{8}
            ''                                                         | getStatus, line
            ''                                                         | ; expected: submissionNumber""")
    void what_is_wrong_is_named_itself_with_what_was_expected(String content, String where) {
        var xml = "<getStatus xmlns='urn:kapu:submissions:v1'>" + content + "</getStatus>";

        assertThat(refused("getStatus", xml)).contains(where).doesNotContain("SECRET");
    }

    @Test
    void a_word_that_is_none_of_a_list_is_answered_with_the_list() {
        var xml = "<refuse xmlns='urn:kapu:submissions:v1'><submissionNumber>2026-00000001</submissionNumber>"
                + "<reasonCode>SECRET</reasonCode></refuse>";

        assertThat(refused("refuse", xml))
                .startsWith("reasonCode, line 1")
                .endsWith("; expected: sheet-not-signed, wrong-signatory, data-wrong, not-entitled, other");
    }

    @Test
    void the_entry_that_is_wrong_is_told_by_its_place() {
        var entry = "<s:educationId>70000000016</s:educationId><s:reason>move</s:reason><s:changedOn>%s</s:changedOn>";
        var xml = "<submitAmendments xmlns='urn:kapu:amendments:v1' xmlns:s='urn:kapu:submission:v1'>"
                + "<institutionCode>040003</institutionCode><role>student</role><entry>"
                + entry.formatted("2026-09-01") + "</entry><entry>" + entry.formatted("yesterday")
                + "</entry></submitAmendments>";

        assertThat(refused("submitAmendments", xml))
                .startsWith("entry[2]/changedOn, line 1")
                .endsWith("; expected: date");
    }

    @Test
    void of_a_word_that_is_none_of_the_contract_all_that_are_are_named() {
        var xml = "<compareClaim xmlns='urn:kapu:funding:v1'><institutionCode>040003</institutionCode>"
                + "<referenceDate>2026-10-01</referenceDate><line><siteSerial>001</siteSerial><type>SECRET</type>"
                + "<claimed>1</claimed></line></compareClaim>";

        assertThat(refused("compareClaim", xml))
                .startsWith("line/type, line 1")
                .contains("; expected: compulsory-student, student, dormitory", "main-employment")
                .doesNotContain("SECRET");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <by>sex</by><by>grade</by><by>outcome</by>    | by, line 1         | ; expected: no further element
            <filter><grade>15</grade></filter><by>sex</by> | filter/grade, line | ; expected: none
            <by>sex</by><filter/>                         | filter, line       | ; expected: """)
    void what_stands_where_nothing_may_is_named_itself(String content, String where, String expected) {
        var xml = "<getTable xmlns='urn:kapu:statistics:v1'><term>2026-10-15</term>" + content + "</getTable>";

        assertThat(refused("getTable", xml)).startsWith(where).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"-1, at least 0", "1000001, at most 1000000"})
    void a_number_out_of_its_bounds_is_answered_with_the_bound(String claimed, String expected) {
        var xml = "<compareClaim xmlns='urn:kapu:funding:v1'><institutionCode>040003</institutionCode>"
                + "<referenceDate>2026-10-01</referenceDate><line><siteSerial>001</siteSerial><type>student</type>"
                + "<claimed>" + claimed + "</claimed></line></compareClaim>";

        assertThat(refused("compareClaim", xml))
                .startsWith("line/claimed, line 1")
                .endsWith("; expected: " + expected);
    }

    private static String refused(String name, String xml) {
        var contracts = new WsdlContracts(
                new Home(List.of(Path.of(""))), new SoapProperties(20_000, 20_000, 8, Duration.ofSeconds(30), 1));
        var operation = contracts.operations().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        var no = catchThrowableOfType(FaultException.class, () -> contracts.read(operation, bytes(xml)));
        assertThat(no.fault()).isEqualTo(Fault.INVALID);
        return String.valueOf(no.where());
    }
}
