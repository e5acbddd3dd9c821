package dev.kapu.systems;

import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.history.Histories;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.registration.RegistrationOutcome.InReview;
import dev.kapu.registry.registration.Registrations;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The Office's list over HTTP (K2). */
@HubTest
class OfficeReviewsTest {
    @LocalServerPort
    int port;

    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    Registrations registrations;

    @Autowired
    Histories histories;

    @Autowired
    JdbcClient jdbc;

    private final NewPerson child = TestPeople.child();
    private TestRegistry registry;
    private InstitutionCode school;
    private EducationId held;

    @BeforeEach
    void child() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        held = TestPeople.registered(registrations, child, school, COMPULSORY_STUDENT);
    }

    @Test
    void the_office_sees_who_waits_and_who_is_alike_and_it_is_on_the_record() {
        var review = waiting();

        var answer =
                ask("registry-office", "<listReviews xmlns='urn:kapu:reviews:v1'><limit>500</limit></listReviews>");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(review.toString(), held.text(), child.birthName().given() + "a")
                .contains(">" + school.text() + "<", ">compulsory-student<");
        assertThat(jdbc.sql(
                                "select count(*) from disclosure where operation = 'Reviews/listReviews' and ? = any (persons)")
                        .param(held.text())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_office_sees_which_institution_answers_for_who_is_held_and_can_ask_there_K5() {
        var unattached = registry.personAt(school, DORMITORY);
        jdbc.sql("update affiliation set end_date = current_date - 1 where education_id = ?")
                .param(unattached.number())
                .update();
        jdbc.sql("update person set responsible_institution = null where education_id = ?")
                .param(unattached.number())
                .update();
        ask("registry-office", """
                <suspectDouble xmlns='urn:kapu:reviews:v1'><educationId>%s</educationId>\
                <otherEducationId>%s</otherEducationId><institutionCode>%s</institutionCode></suspectDouble>""".formatted(
                        held.text(), unattached.text(), registry.institution().text()));

        var answer = ask("registry-office", "<listReviews xmlns='urn:kapu:reviews:v1'><limit>500</limit></listReviews>")
                .body();

        assertThat(subject(answer, held))
                .contains("institutionCode>" + school.text() + "<", "type>compulsory-student<");
        assertThat(subject(answer, unattached)).doesNotContain("institutionCode");
    }

    private static String subject(String answer, EducationId id) {
        var from = answer.indexOf(">" + id.text() + "<");
        assertThat(from).isPositive();
        return answer.substring(from, answer.indexOf("subject>", from));
    }

    @Test
    void the_office_gives_the_id_of_the_same_person_in_its_own_answer_and_the_history_says_who_decided() {
        var review = waiting();

        var answer = ask(
                "registry-office",
                decide(review, "<samePerson><educationId>%s</educationId></samePerson>".formatted(held.text())));

        assertThat(answer.body()).contains(">same-person<", ">" + held.text() + "<");
        assertThat(histories.of(held)).last().satisfies(entry -> {
            assertThat(entry.partner()).isEqualTo("registry-office");
            assertThat(entry.endUser()).isEqualTo("clerk-7");
        });
    }

    @Test
    void a_different_person_gets_an_id_of_their_own() {
        var answer = ask("registry-office", decide(waiting(), "<differentPerson/>"));

        assertThat(answer.body())
                .contains(">different-person<", "educationId>7")
                .doesNotContain(held.text());
    }

    @Test
    void the_office_merges_two_and_the_old_id_still_finds_the_person() {
        var second = registry.personAt(registry.institution(), DORMITORY);
        var opened = ask("registry-office", """
                <suspectDouble xmlns='urn:kapu:reviews:v1'><educationId>%s</educationId>\
                <otherEducationId>%s</otherEducationId><institutionCode>%s</institutionCode></suspectDouble>""".formatted(held.text(), second.text(), school.text()));
        var review = UUID.fromString(opened.body().replaceAll("(?s).*reviewId>([0-9a-f-]{36})<.*", "$1"));

        var merged = ask(
                "registry-office",
                decide(
                        review,
                        "<merge><survivor>%s</survivor><retired>%s</retired></merge>"
                                .formatted(held.text(), second.text())));

        assertThat(merged.body()).contains(">merged<", ">" + held.text() + "<");
        var found = ask("PersonRegistry", "registry-office", """
                <getPerson xmlns='urn:kapu:person-registry:v1'><educationId>%s</educationId></getPerson>""".formatted(second.text()));
        assertThat(found.body())
                .contains(">" + held.text() + "<", child.birthName().family());
    }

    @Test
    void the_office_is_told_what_contradicts_after_a_merger_with_the_answer_and_when_it_asks_again_K14() {
        var second = registry.person();
        var elsewhere = registry.institution();
        registry.affiliate(second, elsewhere, COMPULSORY_STUDENT, TestRegistry.START, null, 20);
        jdbc.sql("update affiliation set end_date = start_date + 800 where education_id = ?")
                .param(second.number())
                .update();
        var review = suspected(second);

        var merged = ask(
                        "registry-office",
                        decide(
                                UUID.fromString(review),
                                "<merge><survivor>%s</survivor><retired>%s</retired></merge>"
                                        .formatted(held.text(), second.text())))
                .body();

        for (var answer : List.of(merged, list("<reviewId>" + review + "</reviewId>"))) {
            assertThat(answer.split("contradiction>\\s*<[^/]*reviewId>" + review, -1))
                    .as("both affiliations")
                    .hasSize(3);
            assertThat(answer)
                    .contains(
                            "code>Client.Affiliation.Overlaps<",
                            "institutionCode>" + elsewhere.text() + "<",
                            "endDate>");
        }
    }

    @Test
    void a_second_decision_and_an_impossible_one_are_faults() {
        var review = waiting();

        assertThat(ask(
                                "registry-office",
                                decide(
                                        review,
                                        "<samePerson><educationId>%s</educationId></samePerson>"
                                                .formatted(TestRegistry.freeId().text())))
                        .body())
                .contains("Client.Review.DecisionImpossible");
        ask("registry-office", decide(review, "<differentPerson/>"));
        assertThat(ask("registry-office", decide(review, "<differentPerson/>")).body())
                .contains("Client.Review.AlreadyDecided");
    }

    @Test
    void the_office_sees_that_the_same_child_waits_twice_and_is_told_when_a_review_has_grown() {
        var first = waiting();
        var second = ((InReview) registrations.register(
                        TestPeople.alike(TestPeople.alike(child)), TestPeople.at(school, COMPULSORY_STUDENT)))
                .review();

        assertThat(ask("registry-office", "<listReviews xmlns='urn:kapu:reviews:v1'><limit>500</limit></listReviews>")
                        .body())
                .contains("relatedReviewId>" + first + "<", "relatedReviewId>" + second + "<");
        ask("registry-office", decide(first, "<differentPerson/>"));
        assertThat(ask("registry-office", decide(second, "<differentPerson/>")).body())
                .contains("Client.Review.Grown");
        assertThat(ask("registry-office", decide(second, "<differentPerson/>")).body())
                .contains(">different-person<");
    }

    @Test
    void the_office_reads_on_and_asks_for_those_of_one_institution_or_for_the_one_it_was_told_of() {
        var first = suspected();
        var second = suspected();

        var page = list("<limit>1</limit><institutionCode>%s</institutionCode>".formatted(school.text()));
        var rest = list("<after>%s</after><institutionCode>%s</institutionCode>".formatted(first, school.text()));
        var one = list("<reviewId>" + first + "</reviewId>");

        assertThat(page).contains(">" + first + "<", "more>true<").doesNotContain(second);
        assertThat(rest).contains(">" + second + "<", "more>false<").doesNotContain(first);
        assertThat(one).contains(">" + first + "<", held.text()).doesNotContain(second);
        assertThat(list("<reviewId>" + UUID.randomUUID() + "</reviewId>")).contains("Client.Review.NotFound");
    }

    private String list(String asked) {
        return ask("registry-office", "<listReviews xmlns='urn:kapu:reviews:v1'>" + asked + "</listReviews>")
                .body();
    }

    private String suspected() {
        return suspected(registry.personAt(school, DORMITORY));
    }

    private String suspected(EducationId second) {
        return ask("registry-office", """
                <suspectDouble xmlns='urn:kapu:reviews:v1'><educationId>%s</educationId>\
                <otherEducationId>%s</otherEducationId><institutionCode>%s</institutionCode></suspectDouble>""".formatted(held.text(), second.text(), school.text()))
                .body()
                .replaceAll("(?s).*reviewId>([0-9a-f-]{36})<.*", "$1");
    }

    @Test
    void nobody_else_sees_or_decides_anything() {
        var review = waiting();

        assertThat(ask("school-program", "<listReviews xmlns='urn:kapu:reviews:v1'/>")
                        .body())
                .contains("Client.Permission.NotPermitted");
        assertThat(ask("school-program", decide(review, "<differentPerson/>")).body())
                .contains("Client.Permission.NotPermitted");
    }

    private UUID waiting() {
        var outcome = registrations.register(TestPeople.alike(child), TestPeople.at(school, COMPULSORY_STUDENT));
        return ((InReview) outcome).review();
    }

    private static String decide(UUID review, String decision) {
        return "<decideReview xmlns='urn:kapu:reviews:v1'><reviewId>" + review + "</reviewId>" + decision
                + "</decideReview>";
    }

    private HttpResponse<String> ask(String partner, String body) {
        return ask("Reviews", partner, body);
    }

    private HttpResponse<String> ask(String service, String partner, String body) {
        return new PartnerClient(port, credentials, partner)
                .ask(service, PartnerClient.envelope("office", Map.of("body", body)));
    }
}
