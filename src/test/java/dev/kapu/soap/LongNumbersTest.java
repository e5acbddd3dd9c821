package dev.kapu.soap;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.start.Home;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A number may be right and so long that reading it, or taking its zeros away, takes minutes. */
class LongNumbersTest {
    private static final SoapProperties LIMITS = new SoapProperties(1_048_576, 1_048_576, 8, Duration.ofSeconds(30), 1);
    private static final String START = """
            <startAffiliation xmlns='urn:kapu:affiliations:v1'><educationId>70000000016</educationId>
            <birthDate>2010-05-01</birthDate><institutionCode>040003</institutionCode><siteSerial>001</siteSerial>
            <type>dormitory</type><startDate>2026-09-01</startDate><weeklyHours>%s</weeklyHours></startAffiliation>""";

    private final WsdlContracts contracts = new WsdlContracts(new Home(List.of(Path.of(""))), LIMITS);

    @ParameterizedTest
    @ValueSource(strings = {"20", "20.50", "+20", "020", "20.00"})
    void hours_are_written_as_decimals_are(String hours) {
        read(hours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20.00000000000", "0000000000020", "2e1", "1e999999999", "168.01", "-1"})
    void hours_of_more_characters_than_they_need_are_named(String hours) {
        assertThatThrownBy(() -> read(hours))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining(Fault.INVALID.code())
                .extracting(no -> ((FaultException) no).where())
                .asString()
                .startsWith("weeklyHours");
    }

    @Test
    void a_text_longer_than_any_but_a_workbook_is_not_read_as_what_it_may_be() {
        assertThatThrownBy(() -> read("20." + "0".repeat(1_000_000))).hasMessageContaining(Fault.TOO_DEEP.code());
    }

    private void read(String hours) {
        var operation = contracts.operations().stream()
                .filter(each -> each.id().equals("Affiliations/startAffiliation"))
                .findFirst()
                .orElseThrow();
        contracts.read(operation, START.formatted(hours).getBytes(StandardCharsets.UTF_8));
    }
}
