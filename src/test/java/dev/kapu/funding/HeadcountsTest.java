package dev.kapu.funding;

import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.RegistryProperties;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K22: exact numbers of fixed days, which do not change. */
@HubTest
class HeadcountsTest {
    @Autowired
    private ApplicationContext hub;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private TestFunding funding;
    private LocalDate day;

    @BeforeEach
    void school() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        // An empty registry is not counted.
        registry.personAt(registry.institution(), COMPULSORY_STUDENT);
        funding = new TestFunding(hub);
        day = funding.referenceDate();
    }

    @Test
    void affiliations_are_counted_by_site_type_and_grade() {
        affiliated(3);
        registry.affiliate(registry.person(), school, DORMITORY, day, null, 20);
        registry.affiliate(registry.person(), school, MAIN_EMPLOYMENT, day.minusYears(1), null, 20);
        jdbc.sql("update affiliation set grade = null where institution_code = ? and type = 'main-employment'")
                .param(school.text())
                .update();

        assertThat(counts(Headcounts.Filter.ALL))
                .containsExactly("001 COMPULSORY_STUDENT 7 3", "001 DORMITORY 7 1", "001 MAIN_EMPLOYMENT null 1");
        assertThat(counts(new Headcounts.Filter(new SiteSerial("001"), DORMITORY, null)))
                .containsExactly("001 DORMITORY 7 1");
        assertThat(counts(new Headcounts.Filter(new SiteSerial("002"), null, null)))
                .isEmpty();
        assertThat(counts(new Headcounts.Filter(null, null, 8))).isEmpty();
    }

    @Test
    void of_a_grade_only_its_number_is_told_whatever_stands_beside_it() {
        affiliated(2);
        jdbc.sql("update affiliation set grade = '7.Anna' where institution_code = ?")
                .param(school.text())
                .update();

        assertThat(counts(Headcounts.Filter.ALL)).containsExactly("001 COMPULSORY_STUDENT 7 2");
    }

    @Test
    void who_moves_on_the_day_is_counted_once_and_who_starts_after_it_is_not() {
        var next = registry.institution();
        var pupil = registry.person();
        registry.affiliate(pupil, school, COMPULSORY_STUDENT, day.minusYears(1), day, 20);
        registry.affiliate(pupil, next, COMPULSORY_STUDENT, day, null, 20);
        registry.affiliate(registry.person(), next, COMPULSORY_STUDENT, day.plusDays(1), null, 20);

        assertThat(counts(Headcounts.Filter.ALL)).isEmpty();
        assertThat(TestFunding.lines(funding.on(day.plusDays(16)).of(next, day, Headcounts.Filter.ALL)))
                .containsExactly("001 COMPULSORY_STUDENT 7 1");
    }

    @Test
    void numbers_are_told_from_the_day_after_the_last_report_in_time_and_the_fault_names_it() {
        affiliated(1);

        assertRefused(
                () -> funding.on(day.plusDays(15)).of(school, day, Headcounts.Filter.ALL),
                Fault.FUNDING_NOT_YET,
                day.plusDays(16).toString());
        assertThat(funding.on(day.plusDays(16)).of(school, day, Headcounts.Filter.ALL))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 30, -365 * 3})
    void another_day_is_refused_with_the_days_that_may_be_asked_for(int days) {
        assertNoSuchDate(() -> funding.on(day.plusDays(100)).of(school, day.plusDays(days), Headcounts.Filter.ALL));
    }

    @Test
    void a_question_before_the_count_is_told_to_wait_and_counts_nobody() {
        affiliated(1);
        var hub = funding.uncounted(day.plusDays(16));

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> hub.of(school, day, Headcounts.Filter.ALL))
                    .isInstanceOfSatisfying(
                            FaultException.class,
                            refused -> assertThat(refused.fault()).isEqualTo(Fault.NOT_COUNTED_YET));
        }
    }

    @Test
    void a_reference_date_from_before_the_hub_counted_is_not_made_up_afterwards() {
        assertNoSuchDate(() -> funding.on(day.plusDays(100)).of(school, day.minusYears(3), Headcounts.Filter.ALL));
    }

    @Test
    void a_reference_date_before_the_first_report_is_counted_only_if_it_is_said_when_all_were_to_be_loaded_K10() {
        var beforeAll = LocalDate.of(1990, 10, 1);

        assertNoSuchDate(() -> funding.on(beforeAll.plusDays(20)).of(school, beforeAll, Headcounts.Filter.ALL));
        var loaded =
                new RegistryProperties(Period.ofYears(5), 15, 30, beforeAll.plusDays(18), 92, 5, 14, 80, 100, null);
        assertThat(funding.on(beforeAll.plusDays(20), loaded).of(school, beforeAll, Headcounts.Filter.ALL))
                .isEmpty();
    }

    @Test
    void an_unknown_institution_or_site_is_a_fault() {
        var later = funding.on(day.plusDays(100));

        assertRefused(
                () -> later.of(new InstitutionCode("999999"), day, Headcounts.Filter.ALL),
                Fault.INSTITUTION_NOT_FOUND,
                "institutionCode");
        assertRefused(
                () -> later.of(school, day, new Headcounts.Filter(new SiteSerial("099"), null, null)),
                Fault.SITE_NOT_FOUND,
                "siteSerial");
    }

    @Test
    void nodes_that_count_at_the_same_moment_count_once() {
        affiliated(5);

        var asked = List.of(1, 2, 3, 4).stream()
                .map(i -> CompletableFuture.supplyAsync(() -> counts(Headcounts.Filter.ALL)))
                .toList();

        assertThat(asked).allSatisfy(answer -> assertThat(answer.join()).containsExactly("001 COMPULSORY_STUDENT 7 5"));
    }

    @Test
    void a_claim_is_compared_line_by_line_with_what_is_registered() {
        affiliated(3);
        registry.affiliate(registry.person(), school, DORMITORY, day, null, 20);
        var claims = new Claims(funding.on(day.plusDays(16)));
        var site = new SiteSerial("001");
        var claim = List.of(
                new Headcount(new Headcount.Line(site, COMPULSORY_STUDENT, 7), 5),
                new Headcount(new Headcount.Line(site, COMPULSORY_STUDENT, 8), 2));

        var compared = claims.compare(school, day, claim);

        assertThat(compared)
                .extracting(line -> line.line().type() + " " + line.line().grade() + " " + line.claimed() + "-"
                        + line.registered() + "=" + line.difference())
                .containsExactly("COMPULSORY_STUDENT 7 5-3=2", "COMPULSORY_STUDENT 8 2-0=2", "DORMITORY 7 0-1=-1");
        assertThat(compared).extracting(Claims.Compared::stands).containsExactly(true, true, false);
        var twice = List.of(claim.get(0), claim.get(1), claim.get(0));
        assertRefused(() -> claims.compare(school, day, twice), Fault.FUNDING_LINE_TWICE, "line[1], line[3]");
    }

    @Test
    void a_claim_for_a_site_that_there_is_not_is_a_fault_and_one_for_a_site_closed_since_is_not() {
        affiliated(3);
        var claims = new Claims(funding.on(day.plusDays(16)));
        var right = new Headcount(new Headcount.Line(new SiteSerial("001"), COMPULSORY_STUDENT, 7), 3);
        var wrong = new Headcount(new Headcount.Line(new SiteSerial("009"), COMPULSORY_STUDENT, 7), 3);

        assertRefused(
                () -> claims.compare(school, day, List.of(right, wrong)), Fault.SITE_NOT_FOUND, "line[2]/siteSerial");
        jdbc.sql("update site set active = false where institution_code = ? and serial = '001'")
                .param(school.text())
                .update();
        assertThat(claims.compare(school, day, List.of(right))).hasSize(1);
    }

    /** With one that was counted, if any was; the hub may count an earlier one meanwhile. */
    private void assertNoSuchDate(ThrowingCallable question) {
        assertThatThrownBy(question).isInstanceOfSatisfying(FaultException.class, refused -> {
            assertThat(refused.fault()).isEqualTo(Fault.FUNDING_DATE_REFUSED);
            assertThat(jdbc.sql("""
                            select '10-01, 02-01 ≥ ' || reference_date from funding_snapshot
                             union all
                            select '10-01, 02-01' where not exists (select from funding_snapshot)""").query(String.class).list()).contains(refused.where());
        });
    }

    private void affiliated(int pupils) {
        for (int i = 0; i < pupils; i++) {
            registry.affiliate(registry.person(), school, COMPULSORY_STUDENT, day.minusYears(1), null, 20);
        }
    }

    private List<String> counts(Headcounts.Filter filter) {
        return TestFunding.lines(funding.on(day.plusDays(16)).of(school, day, filter));
    }

    private static void assertRefused(ThrowingCallable question, Fault fault, String where) {
        assertThatThrownBy(question).isInstanceOfSatisfying(FaultException.class, refused -> {
            assertThat(refused.fault()).isEqualTo(fault);
            assertThat(refused.where()).isEqualTo(where);
        });
    }
}
