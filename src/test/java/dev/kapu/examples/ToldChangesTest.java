package dev.kapu.examples;

import static dev.kapu.examples.Country.LAST_WEEK;
import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.pki.DevelopmentCredentials;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes of the registry that are about no pupil and no staff of an institution: who is entitled hears, nobody else. */
@HubTest
class ToldChangesTest {
    private static final String REGISTER = "higher-education-registry";
    private static final String OFFICE = "registry-office";
    private static final String SCHOOLS = "school-program";

    @Autowired
    private ApplicationContext hub;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path directory;

    private Country country;
    private PartnerQueues queues;

    @BeforeEach
    void country() {
        country = new Country(hub);
        queues = new PartnerQueues(hub);
    }

    @Test
    void the_register_that_asked_for_an_id_hears_that_the_person_is_registered_and_nobody_else_does_K14() {
        var given = country.universityRegister.sends("give-education-id", Person.teacher());

        var told = told(given.one("educationId"));

        assertThat(told).extracting(PartnerQueues.Got::partner).containsExactly(REGISTER);
        assertThat(told).extracting(PartnerQueues.Got::kind).containsExactly("personRegistered");
        assertThat(told.get(0).event().xml()).doesNotContain("institutionCode", "siteSerial", "type>", "startDate");
    }

    @Test
    void an_id_that_waited_for_a_review_is_told_when_the_office_has_decided_K2() {
        var person = Person.teacher();
        country.universityRegister.sends("give-education-id", person);
        var waits = country.universityRegister.sends("give-education-id", alike(person));
        assertThat(waits.one("state")).isEqualTo("in-review");
        var review = review(waits.one("requestNumber"));

        var decided = country.office.sends("different-person", "review", review);

        assertThat(told(decided.one("educationId")))
                .extracting(got -> got.partner() + " " + got.kind())
                .containsExactly(REGISTER + " personRegistered");
    }

    @Test
    void the_office_hears_of_a_review_that_has_been_opened_by_no_institution() {
        var person = Person.teacher();
        country.universityRegister.sends("give-education-id", person);
        var waits = country.universityRegister.sends("give-education-id", alike(person));

        var told = told(review(waits.one("requestNumber")));

        assertThat(told).extracting(got -> got.partner() + " " + got.kind()).containsExactly(OFFICE + " reviewOpened");
        assertThat(told.get(0).event().xml()).doesNotContain("institutionCode", person.family(), person.born());
    }

    @Test
    void the_office_hears_of_reviews_that_a_registration_and_a_suspicion_have_opened_and_nobody_is_named_K2() {
        var school = country.school();
        var next = country.school();
        var pupil = Person.pupil();
        var id = country.registered(school, pupil);
        var other = country.registered(school, Person.pupil());

        var sent = next.sends("register-pupil", alike(pupil), "type", "compulsory-student", "start", LAST_WEEK);
        country.carriedOut(next, sent);
        var suspected =
                country.office.sends("suspect-double", "person", id, "other", other, "school", school.institution());

        assertThat(told(next.institution()).stream()
                        .filter(got -> got.kind().equals("reviewOpened"))
                        .toList())
                .singleElement()
                .satisfies(got -> {
                    assertThat(got.partner()).isEqualTo(OFFICE);
                    assertThat(got.event().xml()).doesNotContain("educationId", id, pupil.family());
                });
        assertThat(told(suspected.one("reviewId")))
                .singleElement()
                .satisfies(got -> assertThat(got.event().one("institutionCode")).isEqualTo(school.institution()));
    }

    @Test
    void institution_and_office_hear_once_whose_certificate_signs_and_when_it_ceases_to_K20() {
        var school = country.school();
        var head = new Head(hub.getBean(DevelopmentCredentials.class), directory);
        String[] certificate = {"institution", school.institution(), "certificate", head.certificate()};

        var fingerprint = country.office.sends("register-signer", certificate).one("fingerprint");
        country.office.sends("register-signer", certificate);
        String[] signer = {"institution", school.institution(), "fingerprint", fingerprint};
        country.office.sends("revoke-signer", signer);
        country.office.sends("revoke-signer", signer);

        var told = told(school.institution());
        assertThat(told)
                .extracting(got -> got.partner() + " " + got.kind())
                .containsExactlyInAnyOrderElementsOf(both("signerRegistered", "signerRevoked"));
        assertThat(told)
                .allSatisfy(got -> assertThat(got.event().one("fingerprint")).isEqualTo(fingerprint));
        assertThat(told).allSatisfy(got -> assertThat(got.event().xml()).doesNotContain("subject", "CN="));
        assertThat(jdbc.sql("select revoked_by from signer where institution_code = ?")
                        .param(school.institution())
                        .query(String.class)
                        .single())
                .isEqualTo(OFFICE);
    }

    @Test
    void institution_and_office_hear_that_the_secret_has_stopped_and_that_a_new_one_was_made_K18() {
        var school = country.school();

        country.office.sends("request-secret", "institution", school.institution());
        country.office.sends("request-secret", "institution", school.institution());
        var secret = country.letterTo(school.institution());

        var told = told(school.institution());
        assertThat(told)
                .extracting(got -> got.partner() + " " + got.event().one("change"))
                .containsExactlyInAnyOrderElementsOf(both("requested", "issued"));
        assertThat(told).allSatisfy(got -> {
            assertThat(got.kind()).isEqualTo("institutionSecretChanged");
            assertThat(got.event().xml()).doesNotContain(secret);
        });
    }

    @Test
    void the_school_hears_of_the_card_that_it_asked_for_and_that_the_card_office_withdrew_it_K23() {
        var school = country.school();
        var id = country.registered(school, Person.pupil());
        var card = country.card(school, "request-card", id);

        country.cardOffice.sends("report-card-withdrawn", "card", card, "day", TODAY.toString(), "reason", "lost");

        assertThat(told(card).stream()
                        .filter(got -> got.partner().equals(SCHOOLS))
                        .map(PartnerQueues.Got::kind))
                .containsExactly("cardIssued", "cardWithdrawn");
    }

    private static List<String> both(String... what) {
        return Stream.of(OFFICE, SCHOOLS)
                .flatMap(partner -> Stream.of(what).map(one -> partner + " " + one))
                .toList();
    }

    private static Person alike(Person person) {
        return new Person(person.family(), person.given() + "a", person.mother(), person.born());
    }

    private String review(String request) {
        return jdbc.sql("select review from education_id_request where number = ?")
                .param(UUID.fromString(request))
                .query(UUID.class)
                .single()
                .toString();
    }

    /** What lies in any partner's queue when nothing of it is on its way any more. */
    private List<PartnerQueues.Got> told(String code) {
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from outbox where body like ?")
                        .param("%>" + code + "<%")
                        .query(Long.class)
                        .single())
                .isZero());
        return queues.about(">" + code + "<");
    }
}
