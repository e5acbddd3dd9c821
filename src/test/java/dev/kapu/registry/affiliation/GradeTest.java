package dev.kapu.registry.affiliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.fault.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradeTest {
    @ParameterizedTest
    @ValueSource(strings = {"1", "9/E", "Ksz/13", "14", "1-4", "Kny"})
    void a_grade_is_a_number_from_1_to_14_and_what_belongs_to_it(String grade) {
        assertThat(AffiliationRules.gradeOf(AffiliationType.STUDENT, grade)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "0", "15", "2026", "9;"})
    void anything_else_is_no_grade(String grade) {
        assertThat(AffiliationRules.gradeOf(AffiliationType.STUDENT, grade)).contains(Fault.GRADE_INVALID);
    }
}
