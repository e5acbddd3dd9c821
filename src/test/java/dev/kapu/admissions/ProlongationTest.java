package dev.kapu.admissions;

import static dev.kapu.admissions.TestAdmissions.CENTRE;
import static dev.kapu.admissions.TestAdmissions.OPEN;
import static dev.kapu.admissions.TestAdmissions.choice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.registry.participation.ParticipationStore;
import dev.kapu.registry.participation.Procedure;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K21, K24: how long an applicant is in the admissions centre's reach. */
@HubTest
class ProlongationTest {
    /** Of all procedures of {@code hub-test.properties}. */
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    @Autowired
    Prolongation prolongation;

    @Autowired
    AdmissionSheets sheets;

    @Autowired
    ParticipationStore participations;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    private TestAdmissions admissions;

    @BeforeEach
    void schools() {
        admissions = new TestAdmissions(jdbc);
    }

    @Test
    void who_filed_before_the_procedure_was_prolonged_stays_in_reach() {
        var school = admissions.primary();
        var applicant = admissions.pupilOf(school);
        sheets.submit(
                new AdmissionSheets.Filing(applicant, null, OPEN, List.of(choice(1, admissions.secondary(), "0001"))),
                "school-program",
                TestAdmissions.of(school));
        admissions.dayAfter(applicant);
        assertThat(isReached(applicant)).isFalse();

        prolongation.prolong();

        assertThat(isReached(applicant)).isTrue();
    }

    @Test
    void who_applied_in_another_procedure_that_began_on_the_same_day_and_is_over_does_not() {
        var applicant = admissions.pupilOf(admissions.primary());
        participations.begin(applicant, Procedure.SECONDARY_ADMISSION, FIRST, FIRST.plusMonths(2));

        prolongation.prolong();

        assertThat(isReached(applicant)).isFalse();
    }

    private boolean isReached(EducationId applicant) {
        return persons.find(applicant, CENTRE).isPresent();
    }
}
