package dev.kapu.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What may happen to a submission while it is open, from two sides or from one version to the next (K16). */
@HubTest
class OpenSubmissionsTest {
    private static final Reach OFFICE = new Reach(Scope.EVERYONE, null);

    @Autowired
    private Submissions submissions;

    @Autowired
    private Decisions decisions;

    @Autowired
    private Tracking tracking;

    @Autowired
    private SubmissionStore store;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("ownerDataSource")
    private DataSource owner;

    private InstitutionCode school;

    @BeforeEach
    void school() {
        school = new TestRegistry(jdbc).institution();
    }

    @Test
    void a_submission_refused_at_this_moment_is_not_the_one_that_its_content_is_sent_for_again() {
        var child = TestEntries.pupil(school);
        var order =
                new Order(new Form(Purpose.REGISTRATION, Role.STUDENT, Mode.INTERNET), school, false, "school-program");
        var mine = new Reach(Scope.RESPONSIBLE_INSTITUTION, school.text());
        var first = submissions.submit(order, List.<Entry>of(child).iterator(), null, mine);

        var again = transaction.execute(status -> {
            decisions.refuse(first.number(), new Transition.Reason("other", null), "office", OFFICE);
            var sent = CompletableFuture.supplyAsync(
                    () -> submissions.submit(order, List.<Entry>of(child).iterator(), null, mine));
            await().until(() -> waiting() == 1);
            return sent;
        });

        assertThat(Objects.requireNonNull(again).join())
                .satisfies(other -> assertThat(other.number()).isNotEqualTo(first.number()))
                .extracting(Submission::state)
                .isEqualTo(State.RECEIVED);
        assertThat(tracking.find(first.number(), OFFICE).state()).isEqualTo(State.REFUSED);
    }

    @Test
    void nobody_moves_a_submission_on_from_a_state_in_which_it_is_not() {
        var number = authenticated();
        var late = new Transition(Instant.now(), "office", State.RECEIVED, State.REFUSED, null);

        assertThatThrownBy(() -> store.add(number, late))
                .isInstanceOfSatisfying(
                        FaultException.class, no -> assertThat(no.fault()).isEqualTo(Fault.SUBMISSION_STATE));

        assertThat(tracking.history(number, OFFICE)).hasSize(2);
    }

    @Test
    void what_an_earlier_version_took_in_keeps_the_code_on_its_sheet() {
        var sent = submitted();
        var first = CanonicalForm.Hash.of(new Submission(
                sent.number(),
                school,
                sent.form(),
                sent.allOrNothing(),
                sent.state(),
                sent.stateSince(),
                sent.submittedBy(),
                sent.receivedAt(),
                1,
                0,
                1,
                ""));
        first.add(jdbc.sql("select data::text from submission_entry where number = ?")
                .param(sent.number())
                .query(String.class)
                .single());
        JdbcClient.create(owner)
                .sql("update submission set canonical_form = 1, hash = ? where number = ?")
                .param(HexFormat.of().parseHex(first.hex()))
                .param(sent.number())
                .update();
        var printed = tracking.find(sent.number(), OFFICE).barcode();

        assertThat(printed).isNotEqualTo(sent.barcode());
        assertThat(decisions.confirm(printed, "office", OFFICE).state()).isEqualTo(State.AUTHENTICATED);
        assertThat(decisions.accept(sent.number(), "office", OFFICE).state()).isEqualTo(State.ACCEPTED);
    }

    private Submission submitted() {
        return submissions.submit(
                new Order(new Form(Purpose.REGISTRATION, Role.STUDENT, Mode.INTERNET), school, false, "school-program"),
                List.<Entry>of(TestEntries.pupil(school)).iterator(),
                null,
                new Reach(Scope.RESPONSIBLE_INSTITUTION, school.text()));
    }

    private String authenticated() {
        return decisions.confirm(submitted().barcode(), "office", OFFICE).number();
    }

    private int waiting() {
        return jdbc.sql("select count(distinct pid) from pg_locks where not granted")
                .query(Integer.class)
                .single();
    }
}
