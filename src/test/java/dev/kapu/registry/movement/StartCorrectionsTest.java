package dev.kapu.registry.movement;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.TestRegistry.ZONE;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static dev.kapu.registry.affiliation.AffiliationType.STUDENT;
import static dev.kapu.registry.affiliation.HeldAffiliations.EVERYONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.history.Histories;
import dev.kapu.registry.history.HistoryEntry;
import dev.kapu.registry.master.InstitutionAmendment;
import dev.kapu.registry.master.InstitutionChanges;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K11, K12: the first day or the type of an affiliation was reported wrongly. */
@HubTest
class StartCorrectionsTest {
    private static final LocalDate WRONG = TODAY.minusYears(1);
    private static final LocalDate RIGHT = TODAY.minusDays(10);

    @Autowired
    private StartCorrections corrections;

    @Autowired
    private EndCorrections ends;

    @Autowired
    private InstitutionChanges master;

    @Autowired
    private Affiliations affiliations;

    @Autowired
    private Histories histories;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private EducationId id;

    @BeforeEach
    void who_was_started_on_a_wrong_day() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        id = registry.person();
        registry.affiliate(id, school, STUDENT, WRONG, null, 20);
    }

    @Test
    void the_right_start_comes_in_the_place_of_the_wrong_one_and_the_history_keeps_both() {
        var done = correct(STUDENT, WRONG, COMPULSORY_STUDENT, RIGHT, own());

        assertThat(done.affiliation().responsible()).isTrue();
        assertThat(affiliations.of(id, EVERYONE))
                .singleElement()
                .returns(COMPULSORY_STUDENT, Affiliation::type)
                .returns(RIGHT, Affiliation::startDate);
        assertThat(registry.responsible(id)).isEqualTo(school.text());
        assertThat(histories.of(id))
                .filteredOn(entry -> entry.kind() == HistoryEntry.Kind.AFFILIATION_CHANGED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.changes())
                        .contains(
                                new HistoryEntry.Field("startDate", WRONG.toString(), RIGHT.toString()),
                                new HistoryEntry.Field("type", "student", "compulsory-student")));
    }

    @Test
    void who_answers_is_named_anew_K5_K7() {
        var other = registry.institution();
        registry.affiliate(id, other, DORMITORY, TODAY.minusDays(40), null, 30);

        var done = correct(STUDENT, WRONG, COMPULSORY_STUDENT, RIGHT, own());
        assertThat(done.responsible().institution()).isEqualTo(school);

        correct(COMPULSORY_STUDENT, RIGHT, STUDENT, RIGHT, own());
        assertThat(registry.responsible(id)).isEqualTo(other.text());
    }

    @Test
    void when_it_was_reported_stays_so_that_lateness_goes_by_the_right_day_K13() {
        reportedDaysAgo(5);
        var before = reportedAt();

        correct(STUDENT, WRONG, STUDENT, RIGHT, own());

        assertThat(reportedAt()).isEqualTo(before);
    }

    @Test
    void the_institution_corrects_its_own_report_for_fifteen_days_and_the_office_at_any_time_K13() {
        reportedDaysAgo(15);
        correct(STUDENT, WRONG, STUDENT, RIGHT, own());
        reportedDaysAgo(16);

        assertRefused(Fault.CORRECTION_LATE, () -> correct(STUDENT, RIGHT, STUDENT, WRONG, own()));
        correct(STUDENT, RIGHT, STUDENT, WRONG, EVERYONE);

        jdbc.sql("update affiliation set reported_at = null where education_id = ?")
                .param(id.number())
                .update();
        assertRefused(Fault.CORRECTION_LATE, () -> correct(STUDENT, WRONG, STUDENT, RIGHT, own()));
    }

    @Test
    void it_keeps_to_what_every_start_keeps_to_with_the_wrong_one_left_out_K14() {
        var other = registry.institution();
        registry.affiliate(id, other, COMPULSORY_STUDENT, TODAY.minusYears(2), TODAY.minusDays(20), 20);

        assertRefused(
                Fault.AFFILIATION_OVERLAPS,
                () -> correct(STUDENT, WRONG, COMPULSORY_STUDENT, TODAY.minusDays(21), own()));
        assertRefused(
                Fault.AFFILIATION_DATE_INVALID, () -> correct(STUDENT, WRONG, STUDENT, TODAY.plusYears(1), own()));
        assertRefused(Fault.AFFILIATION_AGE, () -> correct(STUDENT, WRONG, STUDENT, BORN.plusYears(1), own()));
        assertRefused(Fault.AFFILIATION_DATE_INVALID, () -> correct(STUDENT, WRONG, STUDENT, WRONG, own()));

        correct(STUDENT, WRONG, COMPULSORY_STUDENT, TODAY.minusDays(20), own());
    }

    @Test
    void of_one_that_has_ended_the_end_stays_and_what_came_later_too() {
        affiliations.end(id, school, STUDENT, RIGHT, EVERYONE);
        var other = registry.institution();
        registry.affiliate(id, other, COMPULSORY_STUDENT, RIGHT, null, 20);

        assertRefused(Fault.AFFILIATION_DATE_INVALID, () -> correct(STUDENT, WRONG, STUDENT, RIGHT.plusDays(1), own()));
        var done = correct(STUDENT, WRONG, COMPULSORY_STUDENT, RIGHT.minusDays(30), own());

        assertThat(done.affiliation().endDate()).isEqualTo(RIGHT);
        assertThat(done.responsible().institution()).isEqualTo(other);
    }

    @Test
    void only_what_was_reported_by_the_institution_of_the_person_is_corrected() {
        var other = registry.institution();

        assertRefused(Fault.NOT_REPORTED_SO, () -> correct(STUDENT, RIGHT, STUDENT, TODAY, own()));
        assertRefused(Fault.NOT_REPORTED_SO, () -> correct(DORMITORY, WRONG, STUDENT, TODAY, own()));
        assertRefused(Fault.NOT_REPORTED_SO, () -> correct(other, BORN, by(other)));
        assertRefused(Fault.AFFILIATION_NOT_FOUND, () -> correct(school, BORN, by(other)));
        assertRefused(Fault.PERSON_NOT_FOUND, () -> correct(school, BORN.plusDays(1), own()));
        assertRefused(Fault.PERSON_NOT_FOUND, () -> correct(school, BORN.plusDays(1), EVERYONE));
    }

    @Test
    void of_an_institution_that_has_closed_since_the_right_day_is_one_on_which_it_was_open_K13() {
        closesOn(RIGHT.plusDays(1));

        assertRefused(Fault.INSTITUTION_CLOSED, () -> correct(STUDENT, WRONG, STUDENT, RIGHT.plusDays(1), own()));
        correct(STUDENT, WRONG, STUDENT, RIGHT, EVERYONE);

        assertThat(affiliations.of(id, EVERYONE)).singleElement().returns(RIGHT, Affiliation::startDate);
        assertRefused(
                Fault.INSTITUTION_CLOSED,
                () -> affiliations.start(registry.person(), BORN, at(school, STUDENT, RIGHT), own()));
    }

    @Test
    void of_an_institution_that_has_closed_since_an_end_is_reported_and_corrected_K13() {
        closesOn(RIGHT.plusDays(1));

        affiliations.end(id, school, STUDENT, RIGHT.minusDays(1), own());
        ends.correct(id, school, STUDENT, RIGHT.minusDays(1), RIGHT, own());

        assertThat(affiliations.of(id, EVERYONE)).singleElement().returns(RIGHT, Affiliation::endDate);
    }

    private void closesOn(LocalDate day) {
        master.amend(
                new InstitutionAmendment(school, day, null, null, null, null, false, List.of()), "registry-office");
    }

    private Affiliations.Started correct(
            AffiliationType wrong, LocalDate wrongDay, AffiliationType type, LocalDate day, Reach reach) {
        return corrections.correct(id, BORN, new StartCorrections.Wrong(wrong, wrongDay), at(school, type, day), reach);
    }

    private void correct(InstitutionCode at, LocalDate born, Reach reach) {
        corrections.correct(
                id, born, new StartCorrections.Wrong(STUDENT, WRONG), at(at, COMPULSORY_STUDENT, RIGHT), reach);
    }

    private static NewAffiliation at(InstitutionCode at, AffiliationType type, LocalDate day) {
        return new NewAffiliation(at, new SiteSerial("001"), type, day, BigDecimal.TEN, null, null);
    }

    private Reach own() {
        return by(school);
    }

    private static Reach by(InstitutionCode institution) {
        return new Reach(Scope.EVERYONE_FOR_REPRESENTED_INSTITUTION, institution.text());
    }

    private String reportedAt() {
        return jdbc.sql("select reported_at::text from affiliation where education_id = ?")
                .param(id.number())
                .query(String.class)
                .single();
    }

    private void reportedDaysAgo(int days) {
        jdbc.sql("update affiliation set reported_at = ? where education_id = ?")
                .param(TODAY.minusDays(days).atTime(12, 0).atZone(ZONE).toOffsetDateTime())
                .param(id.number())
                .update();
    }
}
