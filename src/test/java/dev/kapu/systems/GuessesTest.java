package dev.kapu.systems;

import static dev.kapu.registry.TestRegistry.START;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** ADR 41: who compares what they know is answered, who guesses is stopped (K21). Over SOAP. */
@HubTest
class GuessesTest {
    private static final String TOO_MANY = "Client.Person.TooManyMisses";

    @LocalServerPort
    private int port;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private EducationId pupil;

    @BeforeEach
    void aPupil() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        pupil = registry.personAt(registry.institution(), COMPULSORY_STUDENT);
    }

    @Test
    void who_guesses_a_birth_date_is_stopped_after_three_of_one_person() {
        for (int day = 2; day <= 4; day++) {
            assertThat(verified(school, "Anna", "2010-05-0" + day)).contains("result>differs<", "birthDate");
        }

        for (int day = 5; day <= 9; day++) {
            assertThat(verified(school, "Anna", "2010-05-0" + day)).contains(TOO_MANY);
        }
        assertThat(verified(school, "Anna", "2010-05-01")).contains(TOO_MANY);
        assertThat(verified(registry.institution(), "Anna", "2010-05-01"))
                .as("another school has asked nothing yet")
                .contains("result>match<");
    }

    @Test
    void a_partner_that_speaks_for_no_institution_is_stopped_as_well() {
        var exams = new PartnerClient(port, credentials, "exam-registry");
        for (int guess = 1; guess <= 3; guess++) {
            assertThat(exams.ask("PersonRegistry", unrepresented("Éva" + "a".repeat(guess), "2010-05-01"))
                            .body())
                    .contains("result>no-match<");
        }

        assertThat(exams.ask("PersonRegistry", unrepresented("Anna", "2010-05-01"))
                        .body())
                .contains(TOO_MANY);
    }

    @Test
    void what_is_right_is_asked_as_often_as_one_likes() {
        for (int time = 0; time < 10; time++) {
            assertThat(verified(school, "Anna", "2010-05-01")).contains("result>match<");
        }
    }

    @Test
    void beside_nonsense_a_claim_that_is_right_tells_nothing_unless_it_is_a_whole_name() {
        var given = "<p:family>Kovács</p:family>";
        assertThat(schools()
                        .ask(
                                "PersonRegistry",
                                verification(school, "Anna", "1900-01-01").replace(given, ""))
                        .body())
                .contains("result>no-match<")
                .doesNotContain("differingField");
        assertThat(verified(school, "Éva", "2010-05-01"))
                .contains("result>no-match<")
                .doesNotContain("differingField");
    }

    @Test
    void nor_is_an_unattached_person_found_by_guessing() {
        var left = registry.person();
        registry.affiliate(left, registry.institution(), AffiliationType.STUDENT, START, TODAY.minusDays(9), 20);

        for (var guess : new String[] {"Éva", "Éva Anna", "Anita"}) {
            assertThat(sought(left, guess, "2010-05-01")).contains("Client.Person.NotFound");
        }

        assertThat(sought(left, "Anna", "2010-05-01")).contains(TOO_MANY);
        assertThat(verification(left)).as("one count for both ways").contains(TOO_MANY);
    }

    @Test
    void who_waits_until_the_former_school_has_reported_the_end_asks_again_and_again_K14() {
        for (int time = 0; time < 10; time++) {
            assertThat(sought(pupil, "Anna", "2010-05-01")).contains("Client.Person.NotFound");
        }
        for (int day = 2; day <= 4; day++) {
            assertThat(sought(pupil, "Anna", "2010-05-0" + day)).contains("Client.Person.NotFound");
        }

        assertThat(sought(pupil, "Anna", "2010-05-05")).contains(TOO_MANY);
    }

    private String verified(InstitutionCode institution, String given, String born) {
        return schools()
                .ask("PersonRegistry", verification(institution, given, born))
                .body();
    }

    private String verification(EducationId person) {
        var values = values(school, "Anna", "2010-05-01");
        values.put("person", person.text());
        return schools()
                .ask("PersonRegistry", PartnerClient.envelope("examples/verify-person", values))
                .body();
    }

    private String verification(InstitutionCode institution, String given, String born) {
        return PartnerClient.envelope("examples/verify-person", values(institution, given, born))
                .replaceAll("(</?)name>", "$1birthName>");
    }

    private String unrepresented(String given, String born) {
        return verification(school, given, born).replaceAll("(?s)<r:representedParty>.*</r:representedParty>", "");
    }

    private String sought(EducationId person, String given, String born) {
        var values = values(school, given, born);
        values.put("person", person.text());
        var envelope =
                PartnerClient.envelope("examples/find-unattached", values).replaceAll("(</?)name>", "$1birthName>");
        return schools().ask("PersonRegistry", envelope).body();
    }

    private PartnerClient schools() {
        return new PartnerClient(port, credentials, "school-program");
    }

    private Map<String, String> values(InstitutionCode institution, String given, String born) {
        return new HashMap<>(Map.of(
                "institution",
                institution.text(),
                "person",
                pupil.text(),
                "family",
                "Kovács",
                "given",
                given,
                "born",
                born));
    }
}
