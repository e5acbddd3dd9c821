package dev.kapu.registry.affiliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.fault.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradeTest {
    @ParameterizedTest
    @ValueSource(strings = {"1", "9/E", "Ksz/13", "14", "1-4", "9/Kny", "9.a", "9.", "5/13", "10 NYEK", "9B"})
    void a_grade_is_a_number_from_1_to_14_and_what_belongs_to_it(String grade) {
        assertThat(AffiliationRules.gradeOf(AffiliationType.STUDENT, grade)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "99",
                "0",
                "15",
                "2026",
                "9;",
                "valami",
                "nyolcadik",
                "Kny",
                "8. valami",
                "/9",
                "9//",
                "9 a b c d e f g h i"
            })
    void anything_else_is_no_grade(String grade) {
        assertThat(AffiliationRules.gradeOf(AffiliationType.STUDENT, grade)).contains(Fault.GRADE_INVALID);
    }
}
