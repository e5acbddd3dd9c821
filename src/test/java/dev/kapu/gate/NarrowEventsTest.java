package dev.kapu.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.access.TestAccess;
import dev.kapu.contract.events.AffiliationEnded;
import dev.kapu.contract.person.AffiliationType;
import dev.kapu.scope.Subject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hub's door for events, with a partner that is entitled to less than the event holds. */
@HubTest
class NarrowEventsTest {
    private static final String PARTNERS = """
            - { name: id-card-office, title: Card Office, kind: system, contact: cards@office.example }
            """;
    private static final String PERMISSIONS = """
            - id: cards.ended
              partner: id-card-office
              operations: [events/affiliationEnded]
              purpose: end-entitlement
              legalBasis: { text: The entitlement ends with the affiliation., reference: "Act 1, § 2" }
              subjects: affiliated-with-named-institution
              fields: [eventId, educationId, endDate]
              valid: { from: 2026-09-01, until: 2027-08-31 }
              quota: { perSecond: 1000, perDay: 5000 }
            """;

    @TempDir
    private Path directory;

    @Autowired
    ApplicationContext hub;

    @Autowired
    ConnectionFactory broker;

    @Autowired
    JdbcClient database;

    private EventDoor door;

    @BeforeEach
    void narrow() {
        var beans = new DefaultListableBeanFactory(hub);
        beans.setAutowireCandidateResolver(new ContextAnnotationAutowireCandidateResolver());
        beans.registerSingleton("access", TestAccess.of(directory, PARTNERS, PERMISSIONS));
        door = (EventDoor) beans.autowire(Events.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
    }

    @Test
    void a_field_that_is_not_granted_is_not_in_the_message() throws JMSException {
        var event = event(Set.of("040003"));

        assertThat(door.offer(event, "id-card-office")).isTrue();

        assertThat(messages(event))
                .singleElement()
                .asString()
                .contains("70000000016", "2026-06-15")
                .doesNotContain("institutionCode", "040003", "siteSerial", "compulsory-student", "cardNumber")
                .doesNotContain("1234567890123456");
        assertThat(database.sql("select unnest(fields) from disclosure where message_id = ?")
                        .param(event.id().toString())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("eventId", "educationId", "endDate");
    }

    @Test
    void a_person_out_of_scope_makes_no_message() throws JMSException {
        var event = event(Set.of("029745"));

        assertThat(door.offer(event, "id-card-office")).isFalse();

        assertThat(messages(event)).isEmpty();
    }

    private static Event event(Set<String> affiliatedWith) {
        var id = UUID.randomUUID();
        var body = new AffiliationEnded();
        body.setEventId(id.toString());
        body.setEducationId("70000000016");
        body.setInstitutionCode("040003");
        body.setSiteSerial("001");
        body.setType(AffiliationType.COMPULSORY_STUDENT);
        body.setEndDate(LocalDate.parse("2026-06-15"));
        body.getCardNumber().add("1234567890123456");
        return new Event(id, "affiliationEnded", body, new Subject("70000000016", affiliatedWith, null), "040003");
    }

    private List<String> messages(Event event) throws JMSException {
        try (var connection = broker.createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var browser = session.createBrowser(session.createQueue("kapu.out.id-card-office"))) {
            connection.start();
            return Collections.list((Enumeration<?>) browser.getEnumeration()).stream()
                    .map(NarrowEventsTest::text)
                    .filter(text -> text.contains(event.id().toString()))
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
