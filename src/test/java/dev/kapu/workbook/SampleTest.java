package dev.kapu.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.person.Taj;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void the_numbers_of_the_invented_people_are_valid() {
        assertThat(values("socialSecurityNumber")).hasSizeGreaterThan(3).allMatch(Taj::isValid);
        assertThat(values("educationId")).hasSize(12).allMatch(EducationId::isValid);
    }

    private static Stream<String> values(String field) {
        return Stream.of(Template.values())
                .flatMap(template -> Sample.rows(template).stream())
                .flatMap(row -> Stream.ofNullable(row.get(field)));
    }
}
