package dev.kapu.registry.entitlement;

import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.CardType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.card.CardYear;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntitlementTest {
    private static final CardYear YEAR = new CardYear(MonthDay.of(10, 31), MonthDay.of(9, 1), 15);
    private static final LocalDate START = LocalDate.of(2020, 9, 1);
    private static final LocalDate GROUNDLESS = LocalDate.of(2027, 3, 15);

    @ParameterizedTest
    @CsvSource({"2026-06-15, 2026-10-31", "2026-10-31, 2026-10-31", "2026-11-01, 2027-10-31", "2026-12-31, 2027-10-31"})
    void a_student_is_entitled_until_31_October_after_the_affiliation_ends(LocalDate left, LocalDate last) {
        assertThat(Entitlement.end(CardType.STUDENT, List.of(held(COMPULSORY_STUDENT, left)), YEAR, GROUNDLESS))
                .isEqualTo(last);
    }

    @Test
    void staff_is_entitled_until_the_last_day() {
        var left = LocalDate.of(2026, 6, 15);

        assertThat(Entitlement.end(CardType.TEACHER, List.of(held(MAIN_EMPLOYMENT, left)), YEAR, GROUNDLESS))
                .isEqualTo(left);
    }

    @Test
    void while_an_affiliation_that_entitles_lasts_no_end_is_foreseen() {
        var all = List.of(held(COMPULSORY_STUDENT, LocalDate.of(2026, 6, 15)), held(DORMITORY, null));

        assertThat(Entitlement.end(CardType.STUDENT, all, YEAR, GROUNDLESS)).isNull();
    }

    @Test
    void what_no_affiliation_has_ever_entitled_to_is_over_at_once() {
        var all = List.of(held(COMPULSORY_STUDENT, null));

        assertThat(Entitlement.end(CardType.TEACHER, all, YEAR, GROUNDLESS)).isEqualTo(GROUNDLESS);
    }

    private static Affiliation held(AffiliationType type, @Nullable LocalDate end) {
        var begun = Affiliation.of(
                new EducationId(70000000016L),
                new NewAffiliation(
                        new InstitutionCode("040003"), new SiteSerial("001"), type, START, BigDecimal.TEN, null, null));
        return end == null ? begun : begun.endingOn(end, false);
    }
}
