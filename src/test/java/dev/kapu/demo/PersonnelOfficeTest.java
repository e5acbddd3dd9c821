package dev.kapu.demo;

import static dev.kapu.registry.TestRegistry.BORN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.messaging.BrokerAddress;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.seed.SyntheticPerson;
import dev.kapu.start.Listeners;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S10: the simulated personnel module reports by its queue. */
@HubTest
class PersonnelOfficeTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    Listeners listeners;

    @Autowired
    Today today;

    @Autowired
    BrokerAddress broker;

    @Test
    void posts_arrive_by_queue_under_the_next_number() throws Exception {
        var teacher = teacher();
        var people = new People(() -> List.of(teacher));
        var cast = new Cast(credentials, listeners, broker, people, people, today);

        try (var office = cast.personnelOffice()) {
            for (var post : List.of("osztályfőnök", "igazgató")) {
                office.report(teacher, post);
                await().untilAsserted(() -> assertThat(post(teacher)).isEqualTo(post));
            }
            assertThat(office.timeline(teacher).all("messageNumber")).containsExactly("1", "2");
            assertThat(office.once()).isEqualTo(Outcome.SENT);
        }
    }

    private SyntheticPerson teacher() {
        var registry = new TestRegistry(jdbc);
        var school = registry.institution();
        var id = registry.personAt(school, AffiliationType.MAIN_EMPLOYMENT);
        return new SyntheticPerson(
                id.text(),
                new PersonName("Nagy Lászlóné Kovács", "Anna"),
                BORN,
                school.text(),
                "001",
                "Győr",
                "main-employment",
                "teacher");
    }

    private String post(SyntheticPerson teacher) {
        return String.valueOf(jdbc.sql("select coalesce(post, '') from affiliation where education_id = ?")
                .param(Long.parseLong(teacher.educationId()))
                .query(String.class)
                .single());
    }
}
