package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.registry.registration.Review;
import dev.kapu.registry.registration.Reviews;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import dev.kapu.submission.Decisions;
import dev.kapu.submission.Entry;
import dev.kapu.submission.Form;
import dev.kapu.submission.Mode;
import dev.kapu.submission.Order;
import dev.kapu.submission.Purpose;
import dev.kapu.submission.Role;
import dev.kapu.submission.Submission;
import dev.kapu.submission.Submissions;
import dev.kapu.submission.TestEntries;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An institution need not ask again and again what has become of its submission (K16). */
@HubTest
class SubmissionEventsTest {
    private static final Reach OFFICE = new Reach(Scope.EVERYONE, null);

    @Autowired
    Submissions submissions;

    @Autowired
    Decisions decisions;

    @Autowired
    ConnectionFactory broker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Registrations registrations;

    @Autowired
    Reviews reviews;

    private TestRegistry registry;
    private InstitutionCode school;

    @BeforeEach
    void school() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
    }

    @Test
    void each_change_of_state_reaches_the_queue_in_order_and_names_nobody() {
        var submission = submitted(TestEntries.pupil(school));

        decisions.confirm(submission.barcode(), "registry-office", OFFICE);
        decisions.accept(submission.number(), "registry-office", OFFICE);

        await().untilAsserted(() -> assertThat(messages("submissionStateChanged", submission))
                .hasSize(2)
                .allSatisfy(message -> assertThat(message)
                        .contains(submission.institution().text(), "KIR-T-11", "eventId")
                        .doesNotContain("educationId"))
                .satisfies(both -> {
                    assertThat(both.get(0)).contains(">authenticated<");
                    assertThat(both.get(1)).contains(">accepted<");
                }));
    }

    @Test
    void what_became_of_an_entry_in_review_is_told_and_names_nobody_K2() {
        var held = TestPeople.child();
        registrations.register(held, TestPeople.at(registry.institution(), AffiliationType.COMPULSORY_STUDENT));
        var alike = submitted(new Entry.Registration(
                null, TestPeople.alike(held), TestPeople.at(school, AffiliationType.COMPULSORY_STUDENT)));
        decisions.confirm(alike.barcode(), "registry-office", OFFICE);
        decisions.accept(alike.number(), "registry-office", OFFICE);
        var review = reviews.open(10_000, null, null).reviews().stream()
                .filter(open -> school.equals(open.institution()))
                .findFirst()
                .orElseThrow();

        reviews.decide(
                review.id(), new Review.Decision.SamePerson(review.held().get(0).educationId()));

        await().untilAsserted(() -> assertThat(messages("submissionEntryDecided", alike))
                .singleElement()
                .asString()
                .contains("position>1<", ">already-registered<")
                .doesNotContain(
                        "educationId", review.held().get(0).educationId().text()));
    }

    private Submission submitted(Entry entry) {
        return submissions.submit(
                new Order(new Form(Purpose.REGISTRATION, Role.STUDENT, Mode.INTERNET), school, false, "school-program"),
                List.of(entry).iterator(),
                null,
                new Reach(Scope.RESPONSIBLE_INSTITUTION, school.text()));
    }

    private List<String> messages(String kind, Submission of) throws JMSException {
        try (var connection = broker.createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var browser = session.createBrowser(session.createQueue("kapu.out.school-program"))) {
            connection.start();
            return Collections.list((Enumeration<?>) browser.getEnumeration()).stream()
                    .map(SubmissionEventsTest::text)
                    .filter(text -> text.contains(kind) && text.contains(of.number()))
                    .toList();
        }
    }

    private static String text(Object message) {
        try {
            return ((Message) message).getBody(String.class);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
