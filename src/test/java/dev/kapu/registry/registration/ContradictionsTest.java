package dev.kapu.registry.registration;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.START;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static dev.kapu.registry.affiliation.AffiliationType.STUDENT;
import static dev.kapu.registry.affiliation.HeldAffiliations.EVERYONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.amendment.AffiliationChange;
import dev.kapu.registry.amendment.Amendments;
import dev.kapu.registry.amendment.TestAmendment;
import dev.kapu.registry.movement.EndCorrections;
import dev.kapu.registry.movement.StartCorrections;
import dev.kapu.registry.registration.Review.Decision.DifferentPerson;
import dev.kapu.registry.registration.Review.Decision.Merge;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K6, K8, K14: what one person cannot have had is told to the Office that has merged two, until it is put right (ADR 49). */
@HubTest
class ContradictionsTest {
    @Autowired
    Reviews reviews;

    @Autowired
    EndCorrections ends;

    @Autowired
    StartCorrections starts;

    @Autowired
    Amendments amendments;

    @Autowired
    JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private InstitutionCode other;
    private EducationId kept;
    private EducationId gone;
    private UUID review;

    @BeforeEach
    void two() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        other = registry.institution();
        kept = registry.person();
        gone = registry.person();
        review = reviews.suspect(school, kept, gone);
    }

    @Test
    void who_was_at_two_schools_at_a_time_is_told_as_long_as_it_stands() {
        registry.affiliate(kept, school, COMPULSORY_STUDENT, START, null, 20);
        registry.affiliate(gone, other, COMPULSORY_STUDENT, START.minusYears(2), TODAY.minusDays(9), 20);

        merge();

        assertThat(told())
                .containsExactlyInAnyOrder(
                        tuple(Fault.AFFILIATION_OVERLAPS, school, COMPULSORY_STUDENT),
                        tuple(Fault.AFFILIATION_OVERLAPS, other, COMPULSORY_STUDENT));

        ends.correct(kept, other, COMPULSORY_STUDENT, TODAY.minusDays(9), START, EVERYONE);

        assertThat(told()).as("the last day here may be the first there").isEmpty();
    }

    @Test
    void one_employment_after_the_other_and_what_may_be_at_several_is_no_contradiction() {
        registry.affiliate(kept, school, MAIN_EMPLOYMENT, START, null, 40);
        registry.affiliate(gone, other, MAIN_EMPLOYMENT, START.minusYears(1), START, 40);
        registry.affiliate(kept, school, STUDENT, START, null, 20);
        registry.affiliate(gone, other, STUDENT, START, null, 20);

        merge();

        assertThat(told()).isEmpty();
    }

    @Test
    void more_hours_than_a_week_has_are_told_and_can_be_made_fewer_one_by_one() {
        registry.affiliate(kept, school, DORMITORY, START, null, 100);
        registry.affiliate(gone, other, DORMITORY, START, null, 100);

        merge();

        assertThat(told())
                .containsExactlyInAnyOrder(
                        tuple(Fault.HOURS_INVALID, school, DORMITORY), tuple(Fault.HOURS_INVALID, other, DORMITORY));
        assertRefused(Fault.HOURS_INVALID, () -> amend(school, 101));
        amend(school, 90);
        assertRefused(Fault.HOURS_INVALID, () -> correctStart(other, 101));
        correctStart(other, 90);
        assertThat(told()).hasSize(2);

        amend(other, 70);

        assertThat(told()).isEmpty();
    }

    @Test
    void of_persons_who_are_different_nothing_is_looked_for() {
        registry.affiliate(kept, school, DORMITORY, START, null, 160);
        registry.affiliate(kept, other, DORMITORY, START, null, 160);

        reviews.decide(review, new DifferentPerson());

        assertThat(told()).isEmpty();
    }

    private void merge() {
        reviews.decide(review, new Merge(kept, gone));
    }

    private List<Tuple> told() {
        return reviews.contradictions(reviews.find(review)).stream()
                .map(found -> tuple(
                        found.fault(),
                        found.affiliation().institution(),
                        found.affiliation().type()))
                .toList();
    }

    private void amend(InstitutionCode institution, int hours) {
        amendments.amend(
                TestAmendment.ofAffiliation(
                        kept, new AffiliationChange(DORMITORY, null, BigDecimal.valueOf(hours), null)),
                new Reach(Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION, institution.text()));
    }

    private void correctStart(InstitutionCode institution, int hours) {
        var right = new NewAffiliation(
                institution,
                new SiteSerial("001"),
                AffiliationType.DORMITORY,
                START.plusDays(1),
                BigDecimal.valueOf(hours),
                null,
                null);
        starts.correct(kept, BORN, new StartCorrections.Wrong(DORMITORY, START), right, EVERYONE);
    }
}
