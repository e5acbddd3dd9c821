package dev.kapu.personnel;

import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.personnel.ComparisonRounds.Round;
import dev.kapu.personnel.StaffModule.Failed;
import dev.kapu.personnel.StaffModule.Failure;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.HeldAffiliations;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** S10: an institution has closed; its staff is compared until there is none left. */
@HubTest
class ClosedInComparisonTest extends StaffTest {
    private static final StaffModule ANSWERING = (institution, day) -> List.of();

    @Autowired
    ComparisonRounds rounds;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    ComparisonRunStore store;

    @Autowired
    PersonalDifferenceStore files;

    private EducationId employee;

    @BeforeEach
    void closed_with_somebody_employed() {
        employee = registry.personAt(school, MAIN_EMPLOYMENT);
        registry.personAt(other, COMPULSORY_STUDENT);
        closes(school, TODAY);
        closes(other, TODAY);
    }

    @Test
    void it_is_asked_about_while_somebody_is_employed_there() {
        assertThat(store.institutions()).contains(school).doesNotContain(other);
        assertThat(store.left(TODAY)).contains(school).doesNotContain(other);

        affiliations.end(employee, school, MAIN_EMPLOYMENT, TODAY, HeldAffiliations.EVERYONE);

        assertThat(store.institutions()).doesNotContain(school);
    }

    @Test
    void what_was_found_stays_while_somebody_is_employed_there_and_no_longer() {
        reconciliation.compare(ANSWERING, school);
        reconciliation.compare(
                (institution, day) -> {
                    throw new Failed(Failure.TOO_SLOW);
                },
                school);
        compareNobody();
        assertThat(found()).contains(school);
        assertThat(files.of(List.of(employee))).hasSize(1);

        affiliations.end(employee, school, MAIN_EMPLOYMENT, TODAY, HeldAffiliations.EVERYONE);
        compareNobody();

        assertThat(found()).doesNotContain(school);
        assertThat(files.of(List.of(employee))).isEmpty();
    }

    private void compareNobody() {
        rounds.run(Round.first(Instant.now(), ANSWERING, List.of(), 0), () -> null);
    }

    private List<InstitutionCode> found() {
        return reconciliation.worst(10_000).stream()
                .map(Comparison::institution)
                .toList();
    }
}
