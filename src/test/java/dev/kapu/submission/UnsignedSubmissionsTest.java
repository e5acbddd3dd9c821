package dev.kapu.submission;

import static dev.kapu.submission.SubmissionProperties.How.NONE;
import static dev.kapu.submission.SubmissionProperties.How.SHEET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kapu.HubTest;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code kapu.submissions.authentication.registration: none} */
@HubTest
class UnsignedSubmissionsTest {
    private static final Reach OFFICE = new Reach(Scope.EVERYONE, null);

    @Autowired
    private SubmissionStore store;

    @Autowired
    private EntryStore entries;

    @Autowired
    private Intake intake;

    @Autowired
    private Foresights foresights;

    @Autowired
    private Acceptance acceptance;

    @Autowired
    private HeadSignatures signatures;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private Submissions submissions;
    private Tracking tracking;
    private Decisions decisions;
    private InstitutionCode school;

    @BeforeEach
    void unsigned() {
        var properties = new SubmissionProperties(
                new SubmissionProperties.Authentication(NONE, SHEET, NONE), 1, Duration.ofDays(1), "");
        var lifecycle = new Lifecycle(properties);
        var progress = new Progress(store, entries, acceptance, lifecycle, events, Clock.systemUTC());
        tracking = new Tracking(store, entries, lifecycle);
        decisions = new Decisions(tracking, progress);
        submissions = new Submissions(tracking, entries, intake, foresights, progress, lifecycle, signatures);
        school = new TestRegistry(jdbc).institution();
    }

    @Test
    void what_needs_no_signature_takes_effect_when_it_comes_and_nobody_has_to_act() {
        var submission = submit(TestEntries.pupil(school), TestEntries.pupil(school));

        assertThat(submission.state()).isEqualTo(State.ACCEPTED);
        assertThat(tracking.outcomes(submission.number(), 1, 10, OFFICE))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.outcome()).isEqualTo(Outcome.REGISTERED));
        assertThat(tracking.history(submission.number(), OFFICE))
                .extracting(Transition::by)
                .containsExactly("school-program", Transition.HUB);
        assertThat(tracking.path(submission.number(), OFFICE))
                .extracting(step -> step.action().actor())
                .doesNotContain(Actor.OFFICE);
    }

    @Test
    void who_is_registered_by_now_is_told_so_also_without_a_signature() {
        var pupil = TestEntries.pupil(school);
        submit(pupil);

        var again = submit(pupil);

        assertThat(again.state()).isEqualTo(State.REFUSED);
        assertThat(tracking.outcomes(again.number(), 1, 1, OFFICE))
                .extracting(EntryOutcome::outcome)
                .containsExactly(Outcome.ALREADY_REGISTERED);
    }

    @Test
    void a_signature_that_is_not_needed_is_verified_all_the_same() {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> submit(new byte[] {1}, TestEntries.pupil(school)))
                .satisfies(
                        refused -> assertThat(refused.fault()).isEqualTo(dev.kapu.fault.Fault.HEAD_SIGNATURE_INVALID));
    }

    @Test
    void it_cannot_be_authenticated_any_more() {
        var submission = submit(TestEntries.pupil(school));

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> transaction.execute(
                        status -> decisions.confirm(submission.barcode(), "registry-office", OFFICE)))
                .satisfies(refused -> assertThat(refused.fault().code()).isEqualTo("Client.Submission.WrongState"));
    }

    private Submission submit(Entry... all) {
        return submit(null, all);
    }

    private Submission submit(byte @Nullable [] signature, Entry... all) {
        var order =
                new Order(new Form(Purpose.REGISTRATION, Role.STUDENT, Mode.INTERNET), school, false, "school-program");
        return Objects.requireNonNull(transaction.execute(status -> submissions.submit(
                order, List.of(all).iterator(), signature, new Reach(Scope.RESPONSIBLE_INSTITUTION, school.text()))));
    }
}
