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
import dev.kapu.registry.amendment.Amendment;
import dev.kapu.registry.movement.Lateness;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.registration.RegistrationOutcome;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.registry.registration.Review;
import dev.kapu.registry.registration.Reviews;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A report came on the day of its receipt (K13). */
@HubTest
class ReceiptTest {
    private static final Reach OFFICE = new Reach(Scope.EVERYONE, null);

    @Autowired
    private Submissions submissions;

    @Autowired
    private Registrations registrations;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Lateness lateness;

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
        var inTime = authenticated(school, false, List.of(begun(school, TestPeople.child(), 30)));
        received(inTime, 20);
        submissions.accept(inTime, "office", OFFICE);

        assertThat(late(school)).isEmpty();

        var tooLate = authenticated(school, false, List.of(begun(school, TestPeople.child(), 30)));
        received(tooLate, 10);
        submissions.accept(tooLate, "office", OFFICE);

        assertThat(late(school)).extracting(Lateness.Item::daysLate).containsExactly(5);
    }

    @Test
    void a_change_of_data_is_late_or_not_by_the_day_of_receipt_K13() {
        var id = registered(TestPeople.child());
        var number = authenticated(Purpose.AMENDMENT, school, false, moves("Győr", List.of(id)));
        received(number, 20);

        submissions.accept(number, "office", OFFICE);

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
        var number = authenticated(other, false, List.of(begun(other, TestPeople.alike(child), 30)));
        received(number, 20);
        submissions.accept(number, "office", OFFICE);

        reviews.decide(review().id(), new Review.Decision.DifferentPerson());

        assertThat(lateness.of(other, lastMonth(), OFFICE).reported()).isOne();
        assertThat(late(other)).isEmpty();
    }

    /** As if it had come so many days ago. */
    private void received(String number, int daysAgo) {
        jdbc.sql("update submission set received_at = received_at - make_interval(days => ?) where number = ?")
                .params(daysAgo, number)
                .update();
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

    private static List<Entry> moves(String settlement, List<EducationId> persons) {
        return persons.stream()
                .map(id -> (Entry) new Entry.Change(
                        null,
                        TestPeople.amendment(
                                id, Amendment.Reason.MOVE, new Address("HU", "9021", settlement, "Fő u. 2."))))
                .toList();
    }

    private Review review() {
        return reviews.open(10_000).stream()
                .filter(open -> open.institution().equals(other))
                .findFirst()
                .orElseThrow();
    }

    private EducationId registered(NewPerson person) {
        var outcome = registrations.register(person, TestPeople.at(school, AffiliationType.COMPULSORY_STUDENT));
        return ((RegistrationOutcome.Registered) outcome).educationId();
    }

    private String authenticated(InstitutionCode by, boolean allOrNothing, List<? extends Entry> entries) {
        return authenticated(Purpose.REGISTRATION, by, allOrNothing, entries);
    }

    private String authenticated(
            Purpose purpose, InstitutionCode by, boolean allOrNothing, List<? extends Entry> entries) {
        var order = new Order(new Form(purpose, Role.STUDENT, Mode.INTERNET), by, allOrNothing, "school-program");
        var submission = submissions.submit(
                order,
                List.<Entry>copyOf(entries).iterator(),
                null,
                new Reach(Scope.RESPONSIBLE_INSTITUTION, by.text()));
        submissions.confirm(submission.barcode(), "office", OFFICE);
        return submission.number();
    }
}
