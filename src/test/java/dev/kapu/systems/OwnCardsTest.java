package dev.kapu.systems;

import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.secret.InstitutionSecrets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K23: an institution has cards issued with no program but its own secret. */
@HubTest
class OwnCardsTest {
    private static final Pattern REQUEST = Pattern.compile("cardRequestId>([^<]+)<");

    @LocalServerPort
    private int port;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private InstitutionSecrets secrets;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private EducationId pupil;

    @BeforeEach
    void aSchool() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        pupil = registry.personAt(school, COMPULSORY_STUDENT);
    }

    @Test
    void it_asks_for_a_card_and_follows_the_request() {
        var asked = request(pupil);

        assertThat(asked).contains(pupil.text(), ">requested<");
        var number = REQUEST.matcher(asked);
        assertThat(number.find()).isTrue();
        assertThat(sends(school, "get-card-request", Map.of("request", number.group(1))))
                .contains(pupil.text(), ">requested<");
        assertThat(sends(registry.institution(), "get-card-request", Map.of("request", number.group(1))))
                .contains("Client.Card.RequestNotFound");
    }

    @Test
    void it_asks_for_nobody_elses_pupil() {
        var other = registry.personAt(registry.institution(), COMPULSORY_STUDENT);

        assertThat(request(other)).contains("Client.Person.NotFound");
    }

    private String request(EducationId id) {
        return sends(school, "request-card", Map.of("person", id.text(), "site", "001", "settlement", "Győr"));
    }

    private String sends(InstitutionCode institution, String envelope, Map<String, String> words) {
        var own = "institution-" + institution.text();
        var client = new PartnerClient(port, credentials, "id-card-office")
                .with("Authorization", PartnerClient.basic(own, secrets.issue(institution)));
        var named = PartnerClient.envelope("examples/" + envelope, words).replace("${institution}", institution.text());
        return client.ask("IdCards", named).body();
    }
}
