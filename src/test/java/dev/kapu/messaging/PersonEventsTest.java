package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.registry.Address;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.amendment.Amendments;
import dev.kapu.registry.amendment.TestAmendment;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.registry.movement.Cancellations;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.registry.registration.Review.Decision.Merge;
import dev.kapu.registry.registration.Reviews;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a school program hears of the people of the institutions it represents. */
@HubTest
class PersonEventsTest {
    private static final Reach EVERYONE = new Reach(Scope.EVERYONE, null);

    @Autowired
    Registrations registrations;

    @Autowired
    Amendments amendments;

    @Autowired
    ConnectionFactory broker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Affiliations affiliations;

    @Autowired
    Reviews reviews;

    @Autowired
    Cancellations cancellations;

    private TestRegistry registry;
    private InstitutionCode school;
    private EducationId id;
    private LocalDate born;

    @BeforeEach
    void register() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        var child = TestPeople.child();
        born = child.birthDate();
        id = TestPeople.registered(registrations, child, school, AffiliationType.COMPULSORY_STUDENT);
    }

    @Test
    void a_registration_reaches_the_queue_and_the_record() {
        await().untilAsserted(() -> assertThat(messages("personRegistered"))
                .singleElement()
                .asString()
                .contains(">" + school.text() + "<", ">compulsory-student<", "eventId"));

        assertThat(jdbc.sql(
                                "select count(*) from disclosure where operation = 'events/personRegistered' and ? = any (persons)"
                                        + " and partner = 'school-program' and outcome = 'ANSWERED'")
                        .param(id.text())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void an_amendment_tells_the_fields_and_not_their_values() {
        var home = new Address("HU", "7621", "Pécs", "Titkos u. 77.");
        amendments.amend(TestAmendment.move(id, home), new Reach(Scope.RESPONSIBLE_INSTITUTION, school.text()));

        await().untilAsserted(() -> assertThat(messages("personAmended"))
                .singleElement()
                .asString()
                .contains(">move<", ">residence<", ">" + school.text() + "<")
                .doesNotContain("Titkos", "7621"));
    }

    @Test
    void who_gains_a_person_and_who_is_released_hear_of_it_once_K5() {
        var next = registry.institution();
        affiliations.end(id, school, AffiliationType.COMPULSORY_STUDENT, TestRegistry.TODAY.minusDays(1), EVERYONE);
        affiliations.start(id, born, TestPeople.at(next, AffiliationType.DORMITORY), EVERYONE);

        await().untilAsserted(() -> assertThat(messages("responsibleInstitutionChanged"))
                .hasSize(2)
                .anySatisfy(left -> assertThat(left).doesNotContain(">" + next.text() + "<"))
                .anySatisfy(taken -> assertThat(taken).contains(">" + next.text() + "<")));
    }

    @Test
    void an_announced_start_that_is_taken_back_is_told() {
        var dormitory = registry.institution();
        var at = TestPeople.at(dormitory, AffiliationType.DORMITORY);
        var announced = new NewAffiliation(
                at.institution(),
                at.site(),
                at.type(),
                TestRegistry.TODAY.plusDays(5),
                at.weeklyHours(),
                at.grade(),
                at.post());
        affiliations.start(id, born, announced, EVERYONE);

        cancellations.cancel(id, dormitory, AffiliationType.DORMITORY, EVERYONE);

        await().untilAsserted(() -> assertThat(messages("affiliationCancelled"))
                .singleElement()
                .asString()
                .contains(">" + dormitory.text() + "<"));
    }

    @Test
    void a_further_affiliation_is_told_K11() {
        var dormitory = registry.institution();
        affiliations.start(id, born, TestPeople.at(dormitory, AffiliationType.DORMITORY), EVERYONE);

        await().untilAsserted(() -> assertThat(messages("affiliationStarted"))
                .singleElement()
                .asString()
                .contains(">" + dormitory.text() + "<", ">dormitory<"));
    }

    @Test
    void a_merger_tells_institutions_and_the_office_which_id_stays_K1() {
        var retired = registry.personAt(registry.institution(), AffiliationType.DORMITORY);
        reviews.decide(reviews.suspect(school, id, retired), new Merge(id, retired));

        for (var partner : List.of("school-program", "registry-office")) {
            await().untilAsserted(() -> assertThat(messages(partner, "personsMerged"))
                    .singleElement()
                    .asString()
                    .contains("educationId>" + id.text() + "<", "retiredEducationId>" + retired.text() + "<")
                    .doesNotContain("institutionCode"));
        }
    }

    private List<String> messages(String kind) throws JMSException {
        return messages("school-program", kind);
    }

    private List<String> messages(String partner, String kind) throws JMSException {
        try (var connection = broker.createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var browser = session.createBrowser(session.createQueue("kapu.out." + partner))) {
            connection.start();
            return Collections.list((Enumeration<?>) browser.getEnumeration()).stream()
                    .map(PersonEventsTest::text)
                    .filter(text -> text.contains(id.text()) && text.contains(kind))
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
