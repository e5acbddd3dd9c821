package dev.kapu.registry.movement;

import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.RegistryProperties;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.amendment.Amendment;
import dev.kapu.registry.amendment.Amendments;
import dev.kapu.registry.amendment.TestAmendment;
import dev.kapu.registry.history.Authorship;
import dev.kapu.registry.movement.Lateness.Item;
import dev.kapu.registry.movement.Lateness.Kind;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.registration.Review;
import dev.kapu.registry.registration.Reviews;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** K10, K13, K15. */
@HubTest
class LatenessTest {
    private static final Reach OFFICE = new Reach(Scope.EVERYONE, null);

    @Autowired
    private Lateness lateness;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Affiliations affiliations;

    @Autowired
    private EndCorrections endCorrections;

    @Autowired
    private Authorship authorship;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Amendments amendments;

    @Autowired
    private Today today;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;

    @BeforeEach
    void school() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
    }

    @Test
    void of_the_first_load_nobody_is_late_who_was_reported_by_its_day_K10() {
        registry.affiliate(registry.person(), school, AffiliationType.STUDENT, TODAY.minusYears(2), null, 20);

        assertThat(loadedBy(TODAY).late()).isZero();
        assertThat(loadedBy(null).late()).isOne();
        assertThat(loadedBy(TODAY.minusDays(3)).items())
                .extracting(Item::daysLate)
                .containsExactly(3);
    }

    @Test
    void who_started_after_the_first_load_has_fifteen_days_as_always_K10_K13() {
        registry.affiliate(registry.person(), school, AffiliationType.STUDENT, TODAY.minusDays(16), null, 20);

        assertThat(loadedBy(TODAY.minusDays(17)).items())
                .extracting(Item::daysLate)
                .containsExactly(1);
    }

    @Test
    void the_day_by_which_who_came_back_must_be_amended_is_kept_K15() {
        var id = away();

        affiliations.start(
                id,
                BORN,
                new NewAffiliation(
                        school, new SiteSerial("001"), AffiliationType.STUDENT, TODAY, BigDecimal.TEN, null, null),
                new Reach(Scope.EVERYONE_FOR_REPRESENTED_INSTITUTION, school.text()));

        assertThat(jdbc.sql("select amend_by from affiliation where education_id = ? and institution_code = ?")
                        .params(id.number(), school.text())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(TODAY.plusDays(15));
        assertThat(lateness.of(school, period(), OFFICE).overdue()).isZero();
    }

    @Test
    void a_corrected_day_is_no_second_report_K13() {
        var id = registry.person();
        registry.affiliate(id, school, AffiliationType.STUDENT, TODAY.minusDays(9), null, 20);
        affiliations.end(id, school, AffiliationType.STUDENT, TODAY.minusDays(2), OFFICE);
        assertThat(lateness.of(school, period(), OFFICE).reported()).isEqualTo(2);

        new TransactionTemplate(transactions).executeWithoutResult(correction -> {
            authorship.sign("school-program", school.text(), null);
            endCorrections.correct(id, school, AffiliationType.STUDENT, TODAY.minusDays(2), TODAY.minusDays(1), OFFICE);
        });

        assertThat(lateness.of(school, period(), OFFICE).reported()).isEqualTo(2);
    }

    @Test
    void who_came_back_after_five_years_and_is_not_amended_in_time_is_overdue_K15() {
        var id = returned(18);

        var reports = lateness.of(school, period(), OFFICE);

        assertThat(reports.overdue()).isOne();
        assertThat(reports.late()).isZero();
        assertThat(reports.items()).singleElement().satisfies(item -> {
            assertThat(item.kind()).isEqualTo(Kind.RE_ENTRY);
            assertThat(item.educationId()).isEqualTo(id);
            assertThat(item.reportedOn()).isNull();
            assertThat(item.daysLate()).isEqualTo(3);
        });
    }

    @Test
    void once_the_data_are_amended_or_the_person_has_left_nothing_is_overdue_K15() {
        var amended = returned(18);
        var left = returned(18);

        amendments.amend(taken(amended, TestPeople.child()), OFFICE);
        affiliations.end(left, school, AffiliationType.STUDENT, TODAY, OFFICE);

        assertThat(lateness.of(school, period(), OFFICE).overdue()).isZero();
    }

    @Test
    void who_was_amended_is_not_overdue_either_where_nobody_knows_when_the_start_was_reported_K15() {
        var id = returned(18);
        jdbc.sql("update affiliation set reported_at = null where education_id = ? and institution_code = ?")
                .params(id.number(), school.text())
                .update();
        assertThat(lateness.of(school, period(), OFFICE).overdue()).isOne();

        amendments.amend(taken(id, TestPeople.child()), OFFICE);

        assertThat(lateness.of(school, period(), OFFICE).overdue()).isZero();
    }

    @Test
    void who_was_checked_and_found_right_is_not_overdue_and_the_history_says_so_K15() {
        var id = returned(18);

        assertThat(amendments.amend(asHeld(id), OFFICE)).isEmpty();

        assertThat(lateness.of(school, period(), OFFICE).overdue()).isZero();
        assertThat(jdbc.sql("select kind from history where education_id = ?")
                        .param(id.number())
                        .query(String.class)
                        .list())
                .containsExactly("refreshed");
    }

    @Test
    void who_was_amended_is_not_overdue_again_after_a_merger_K15() {
        var retired = returned(18);
        amendments.amend(taken(retired, TestPeople.child()), OFFICE);
        var survivor = registry.insert(TestRegistry.freeId());
        var review = reviews.suspect(school, retired, survivor);

        reviews.decide(review, new Review.Decision.Merge(survivor, retired));

        assertThat(lateness.of(school, period(), OFFICE).overdue()).isZero();
    }

    private EducationId away() {
        var id = registry.person();
        registry.affiliate(
                id, registry.institution(), AffiliationType.STUDENT, TODAY.minusYears(8), TODAY.minusYears(6), 20);
        return id;
    }

    /** Who came back so many days ago, as a start leaves them. */
    private EducationId returned(int daysAgo) {
        var id = away();
        jdbc.sql("""
                insert into affiliation (education_id, institution_code, site_serial, type, start_date, weekly_hours,
                                         reported_at, amend_by)
                values (:id, :school, '001', 'student', :start, 10, now() - make_interval(days => :days), :by)""")
                .param("id", id.number())
                .param("school", school.text())
                .param("start", TODAY.minusDays(daysAgo))
                .param("days", daysAgo)
                .param("by", TODAY.minusDays(daysAgo - 15))
                .update();
        return id;
    }

    private static Amendment asHeld(EducationId id) {
        return TestAmendment.correction(id).birthDate(BORN).made();
    }

    /** Names and birth of their own, so that nobody is like them. */
    private static Amendment taken(EducationId id, NewPerson as) {
        return TestAmendment.correction(id).as(as).residence(as.residence()).made();
    }

    private Lateness.Reports loadedBy(@Nullable LocalDate firstLoad) {
        var configured = new RegistryProperties(Period.ofYears(5), 15, 30, firstLoad, 92, 5, 14, 80, 100, null);
        return new Lateness(new LatenessStore(jdbc, configured), today).of(school, period(), OFFICE);
    }

    private static Lateness.Period period() {
        return new Lateness.Period(TODAY.minusDays(1), TODAY);
    }
}
