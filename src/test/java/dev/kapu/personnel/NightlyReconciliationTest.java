package dev.kapu.personnel;

import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.personnel.StaffModule.Entry;
import dev.kapu.personnel.StaffModule.Failed;
import dev.kapu.personnel.StaffModule.Failure;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S10: one night. */
@HubTest
@ExtendWith(OutputCaptureExtension.class)
class NightlyReconciliationTest {
    @Autowired
    NightlyReconciliation nightly;

    @Autowired
    ComparisonRounds rounds;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    ComparisonRunStore store;

    @Autowired
    PersonnelProperties properties;

    @Autowired
    Today today;

    @Autowired
    JdbcClient jdbc;

    @Test
    void those_without_an_answer_do_not_keep_the_others_from_being_compared() {
        var registry = new TestRegistry(jdbc);
        var answered = registry.institution();
        var silent = registry.institution();
        registry.personAt(answered, AffiliationType.MAIN_EMPLOYMENT);
        StaffModule module = (institution, day) -> {
            if (institution.equals(silent)) {
                throw new Failed(Failure.TOO_SLOW);
            }
            return List.of();
        };

        assertThat(rounds.compare(Instant.now(), module, List.of(silent, answered)))
                .containsExactly(silent);

        assertThat(reconciliation.of(answered)).hasValueSatisfying(one -> {
            assertThat(one.day()).isEqualTo(TODAY);
            assertThat(one.onlyHere()).isEqualTo(1);
        });
        assertThat(reconciliation.of(silent))
                .hasValueSatisfying(one -> assertThat(one.failure()).isEqualTo("too-slow"));
        assertThat(reconciliation.worst(10_000))
                .extracting(Comparison::institution)
                .as("those that failed come first")
                .containsSubsequence(silent, answered);
    }

    @Test
    void a_module_that_answers_too_slowly_for_a_night_is_an_alarm_once(CapturedOutput log) {
        var registry = new TestRegistry(jdbc);
        var slow = List.of(registry.institution(), registry.institution());
        var moment = Instant.now().minus(Duration.ofHours(30)).truncatedTo(ChronoUnit.MICROS);
        StaffModule module = (institution, day) -> List.of();
        store.begin(moment, Instant.now().minus(Duration.ofHours(23)));

        rounds.compare(moment, module, slow);
        assertThat(log).as("within a day").doesNotContain("ALARM comparison of staff");

        jdbc.sql("update personnel_run set started_at = started_at - interval '2 hours' where planned = ?")
                .param(moment.atOffset(ZoneOffset.UTC))
                .update();
        rounds.compare(moment, module, slow);

        assertThat(log).containsOnlyOnce("ALARM comparison of staff takes longer than a day");
        store.finish(moment, Instant.now(), 2, 0);
    }

    @Test
    void an_answer_that_nobody_foresaw_does_not_keep_the_others_from_being_compared() {
        var registry = new TestRegistry(jdbc);
        var odd = registry.institution();
        var nobodys = registry.institution();
        var answered = registry.institution();
        StaffModule module = (institution, day) -> {
            if (institution.equals(odd)) {
                throw new DateTimeException("a text that must not leave");
            }
            return institution.equals(nobodys) ? Collections.singletonList(null) : List.of();
        };

        assertThat(rounds.compare(Instant.now(), module, List.of(odd, nobodys, answered)))
                .containsExactly(odd, nobodys);

        assertThat(reconciliation.of(odd))
                .hasValueSatisfying(one -> assertThat(one.failure()).isEqualTo("unreadable"));
        assertThat(reconciliation.of(answered))
                .hasValueSatisfying(one -> assertThat(one.day()).isEqualTo(TODAY));
    }

    @Test
    void every_active_institution_is_asked_about() {
        var school = new TestRegistry(jdbc).institution();

        assertThat(store.institutions()).contains(school);
    }

    @Test
    void of_several_nodes_one_compares() {
        var planned = Instant.now();

        assertThat(store.begin(planned, planned)).isTrue();
        assertThat(store.begin(planned, planned)).isFalse();
    }

    @Test
    void whoever_is_employed_for_the_last_day_is_still_here() {
        var registry = new TestRegistry(jdbc);
        var school = registry.institution();
        var leaving = registry.person();
        registry.affiliate(leaving, school, AffiliationType.MAIN_EMPLOYMENT, TestRegistry.START, TODAY, 20);
        var left = registry.person();
        registry.affiliate(left, school, AffiliationType.MAIN_EMPLOYMENT, TestRegistry.START, TODAY.minusDays(1), 20);

        reconciliation.compare((institution, day) -> List.of(entry(leaving)), school);

        assertThat(reconciliation.differences(school)).isEmpty();
    }

    @Test
    void who_is_listed_under_a_retired_id_or_under_both_is_the_person_K1() {
        var registry = new TestRegistry(jdbc);
        var school = registry.institution();
        var teacher = registry.personAt(school, AffiliationType.MAIN_EMPLOYMENT);
        var retired = registry.person();
        new TestRegistry(jdbc).merge(retired, teacher);

        assertThat(reconciliation.compare((institution, day) -> List.of(entry(retired)), school))
                .isTrue();
        assertThat(reconciliation.differences(school)).isEmpty();

        assertThat(reconciliation.compare((institution, day) -> List.of(entry(retired), entry(teacher)), school))
                .isTrue();
        assertThat(reconciliation.differences(school)).isEmpty();

        assertThat(reconciliation.compare((institution, day) -> List.of(entry(teacher), entry(teacher)), school))
                .isFalse();
    }

    @Test
    void what_a_node_began_that_died_is_taken_over_once_and_only_the_rest_is_compared() {
        var registry = new TestRegistry(jdbc);
        var done = registry.institution();
        var left = registry.institution();
        StaffModule empty = (institution, day) -> List.of();
        reconciliation.compare(empty, done);
        var planned = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);
        store.begin(planned, Instant.now().minus(Duration.ofHours(2)));
        var asked = new ArrayList<InstitutionCode>();
        StaffModule module = (institution, day) -> {
            asked.add(institution);
            return List.of();
        };

        nightly.takeOver(module);
        assertThat(asked).as("it still works").isEmpty();

        store.goesOn(planned, Instant.now().minus(Duration.ofHours(4)));
        nightly.takeOver(module);
        assertThat(asked).contains(left).doesNotContain(done);
        assertThat(store.takeOver(Instant.now().plus(Duration.ofHours(9))))
                .as("it is finished")
                .isEmpty();
    }

    @Test
    void a_night_that_was_missed_is_made_up_once_unless_there_never_was_one_before() {
        var school = new TestRegistry(jdbc).institution();
        var asked = new ArrayList<InstitutionCode>();
        StaffModule module = (institution, day) -> {
            asked.add(institution);
            return List.of();
        };
        var missed = Objects.requireNonNull(new PlannedNights(properties.cron(), today).last());

        nightly.makeUp(module);
        assertThat(asked).as("nothing was missed").isEmpty();

        store.begin(missed.minus(Duration.ofDays(1)), missed.minus(Duration.ofDays(1)));
        nightly.makeUp(module);
        assertThat(asked).contains(school);
        assertThat(missed)
                .isBeforeOrEqualTo(Instant.now())
                .isAfter(Instant.now().minus(Duration.ofHours(26)));

        asked.clear();
        nightly.makeUp(module);
        assertThat(asked).isEmpty();
    }

    private static Entry entry(EducationId id) {
        return new Entry(
                id.text(),
                AffiliationType.MAIN_EMPLOYMENT,
                new SiteSerial("001"),
                TestRegistry.START,
                BigDecimal.valueOf(20),
                null);
    }

    @Test
    void without_an_address_the_module_is_never_asked() {
        assertThat(nightly.isRunning()).isFalse();
    }
}
