package dev.kapu.registry.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.fault.Fault;
import dev.kapu.registry.Address;
import dev.kapu.registry.Finding;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostcodeTest {
    @ParameterizedTest
    @CsvSource({"HU,ABC", "HU,12345", "TR,1234", "DE,a1"})
    void a_postcode_that_is_none_is_called_so(String country, String postcode) {
        var address = new Address(country, postcode, "Győr", "Fő u. 1.");

        assertThat(new FieldRules(LocalDate.EPOCH).address("residence", address).findings())
                .containsExactly(new Finding("residence.postcode", Fault.POSTCODE_INVALID));
    }
}
