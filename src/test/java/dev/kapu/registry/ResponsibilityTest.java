package dev.kapu.registry;

import static dev.kapu.registry.AffiliationType.APPRENTICESHIP;
import static dev.kapu.registry.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.AffiliationType.DORMITORY;
import static dev.kapu.registry.AffiliationType.HOURLY_PAID;
import static dev.kapu.registry.AffiliationType.MAIN_EMPLOYMENT;
import static dev.kapu.registry.AffiliationType.SECONDARY_EMPLOYMENT;
import static dev.kapu.registry.AffiliationType.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponsibilityTest {
    @Test
    void nobody_answers_for_an_unattached_person_K14() {
        assertThat(Responsibility.of(List.of())).isEmpty();
    }

    @Test
    void the_institution_of_compulsory_schooling_answers_whatever_the_hours_K7() {
        assertThat(responsible(at("000001", DORMITORY, 40), at("000002", COMPULSORY_STUDENT, 20)))
                .isEqualTo("000002");
    }

    @Test
    void without_compulsory_schooling_more_hours_decide_K7() {
        assertThat(responsible(at("000001", STUDENT, 10), at("000002", APPRENTICESHIP, 30), at("000003", DORMITORY, 0)))
                .isEqualTo("000002");
    }

    @Test
    void the_main_employer_answers_whatever_else_K8() {
        assertThat(responsible(at("000001", SECONDARY_EMPLOYMENT, 22), at("000002", MAIN_EMPLOYMENT, 18)))
                .isEqualTo("000002");
    }

    @Test
    void with_secondary_employments_only_more_hours_decide_K8() {
        assertThat(responsible(at("000001", HOURLY_PAID, 6), at("000002", SECONDARY_EMPLOYMENT, 12)))
                .isEqualTo("000002");
    }

    @Test
    void between_equals_the_answer_is_always_the_same() {
        assertThat(responsible(at("000002", STUDENT, 10), at("000001", STUDENT, 10)))
                .isEqualTo("000001");
    }

    private static String responsible(Affiliation... lasting) {
        return Responsibility.of(List.of(lasting)).orElseThrow().text();
    }

    private static Affiliation at(String institution, AffiliationType type, int hours) {
        return new Affiliation(
                EducationId.of("71234567897"),
                new InstitutionCode(institution),
                new SiteSerial("001"),
                type,
                LocalDate.of(2024, 9, 1),
                null,
                BigDecimal.valueOf(hours),
                null,
                null,
                false);
    }
}
