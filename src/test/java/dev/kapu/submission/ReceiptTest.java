package dev.kapu.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.Address;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.amendment.TestAmendment;
import dev.kapu.registry.movement.Lateness;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.registry.registration.Review;
import dev.kapu.registry.registration.Reviews;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A report came on the day of its receipt (K13). */
@HubTest
class ReceiptTest {
    private static final Reach OFFICE = new Reach(Scope.EVERYONE, null);

    @Autowired
    private Decisions decisions;

    @Autowired
    private Registrations registrations;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Lateness lateness;

    @Autowired
    private SubmissionStore store;

    @Autowired
    private EntryStore entries;

    @Autowired
    private Foresights foresights;

    @Autowired
    private Tracking tracking;

    @Autowired
    private Progress progress;

    @Autowired
    private Lifecycle lifecycle;

    @Autowired
    private HeadSignatures signatures;

    @Autowired
    private SubmissionProperties properties;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    @Autowired
    private ZoneId calendarZone;

    @Autowired
    private JdbcClient jdbc;

    private InstitutionCode school;
    private InstitutionCode other;

    @BeforeEach
    void schools() {
        school = new TestRegistry(jdbc).institution();
        other = new TestRegistry(jdbc).institution();
    }

    @Test
    void a_report_is_late_or_not_by_the_day_of_receipt_however_long_the_office_took_K13() {
        var inTime = received(20, Purpose.REGISTRATION, school, begun(school, TestPeople.child(), 30));
        decisions.accept(inTime, "office", OFFICE);

        assertThat(late(school)).isEmpty();

        var tooLate = received(10, Purpose.REGISTRATION, school, begun(school, TestPeople.child(), 30));
        decisions.accept(tooLate, "office", OFFICE);

        assertThat(late(school)).extracting(Lateness.Item::daysLate).containsExactly(5);
    }

    @Test
    void a_change_of_data_is_late_or_not_by_the_day_of_receipt_K13() {
        var id = registered(TestPeople.child());
        var number = received(20, Purpose.AMENDMENT, school, move(id));

        decisions.accept(number, "office", OFFICE);

        assertThat(jdbc.sql("select reported_at::date from history where education_id = ? and kind = 'amended'")
                        .param(id.number())
                        .query(LocalDate.class)
                        .single())
                .isBetween(TestRegistry.TODAY.minusDays(21), TestRegistry.TODAY.minusDays(20));
        assertThat(late(school)).isEmpty();
    }

    @Test
    void who_waited_for_a_review_is_not_late_for_it_K13() {
        var child = TestPeople.child();
        registered(child);
        var number = received(20, Purpose.REGISTRATION, other, begun(other, TestPeople.alike(child), 30));
        decisions.accept(number, "office", OFFICE);

        reviews.decide(review().id(), new Review.Decision.DifferentPerson());

        assertThat(lateness.of(other, lastMonth(), OFFICE).reported()).isOne();
        assertThat(late(other)).isEmpty();
    }

    private static Entry.Registration begun(InstitutionCode institution, NewPerson person, int daysAgo) {
        var at = TestPeople.at(institution, AffiliationType.COMPULSORY_STUDENT);
        return new Entry.Registration(
                null,
                person,
                new NewAffiliation(
                        institution,
                        at.site(),
                        at.type(),
                        TestRegistry.TODAY.minusDays(daysAgo),
                        at.weeklyHours(),
                        at.grade(),
                        at.post()));
    }

    private List<Lateness.Item> late(InstitutionCode institution) {
        return lateness.of(institution, lastMonth(), OFFICE).items();
    }

    private static Lateness.Period lastMonth() {
        return new Lateness.Period(TestRegistry.TODAY.minusDays(60), TestRegistry.TODAY);
    }

    private Review review() {
        return reviews.open(1, null, other).reviews().get(0);
    }

    private EducationId registered(NewPerson person) {
        return TestPeople.registered(registrations, person, school, AffiliationType.COMPULSORY_STUDENT);
    }

    private static Entry move(EducationId id) {
        return new Entry.Change(null, TestAmendment.move(id, new Address("HU", "9021", "Győr", "Fő u. 2.")));
    }

    /** By a hub whose clock shows the time of so many days ago. */
    private String received(int daysAgo, Purpose purpose, InstitutionCode by, Entry entry) {
        var earlier = Clock.offset(clock, Duration.ofDays(-daysAgo));
        var intake = new Intake(store, entries, foresights, properties, transactions, earlier, calendarZone);
        var then = new Submissions(tracking, entries, intake, foresights, progress, lifecycle, signatures);
        var order = new Order(new Form(purpose, Role.STUDENT, Mode.INTERNET), by, false, "school-program");
        var submission = Objects.requireNonNull(new TransactionTemplate(transactions)
                .execute(status -> then.submit(
                        order, List.of(entry).iterator(), null, new Reach(Scope.RESPONSIBLE_INSTITUTION, by.text()))));
        decisions.confirm(submission.barcode(), "office", OFFICE);
        return submission.number();
    }
}
