package dev.kapu.systems.submissions;

import static dev.kapu.systems.submissions.SubmittingSchool.all;
import static dev.kapu.systems.submissions.SubmittingSchool.first;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.history.Histories;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way of a submission over HTTP, as W1 and W4 tell it (K16). */
@HubTest
class SubmissionServicesTest {
    @LocalServerPort
    private int port;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Histories histories;

    private InstitutionCode institution;
    private SubmittingSchool school;
    private SubmittingSchool office;

    @BeforeEach
    void partners() {
        institution = new TestRegistry(jdbc).institution();
        school = school(institution.text());
        office = SubmittingSchool.office(port, credentials);
    }

    private SubmittingSchool school(String code) {
        return new SubmittingSchool(new PartnerClient(port, credentials, "school-program"), code);
    }

    @Test
    void a_school_registers_its_pupils_prints_signs_posts_and_follows_W1() {
        var answer = school.registration("submit", form("", pupil(), pupil()));
        var number = first(answer, "submissionNumber");
        assertThat(all(answer, "state")).containsExactly("received");
        assertThat(first(answer, "formCode")).isEqualTo("KIR-T-11");
        assertThat(all(answer, "outcome")).containsExactly("pending", "pending");
        assertThat(all(school.about("getFurtherPath", number), "action"))
                .containsExactly("print-and-post", "sign", "confirm-authentication", "decide", "read-outcome");
        var sheet = Base64.getDecoder().decode(first(school.about("resendSheet", number), "content"));
        assertThat(new String(sheet, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");

        assertThat(office.about("accept", number)).contains("Client.Submission.WrongState");
        var confirmed = office.submissions("confirmAuthentication", TestForms.barcode(first(answer, "barcode")));
        assertThat(first(confirmed, "state")).isEqualTo("authenticated");
        assertThat(first(office.about("accept", number), "state")).isEqualTo("accepted");

        var status = school.about("getStatus", number);
        assertThat(all(status, "outcome")).containsExactly("registered", "registered");
        assertThat(all(status, "educationId"))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("7\\d{10}"));
        assertThat(status).contains("reported>");
        assertThat(office.about("getStatus", number)).contains("outcome>").doesNotContain("reported", "birthDate");
        var history = school.about("getHistory", number);
        assertThat(all(history, "toState")).containsExactly("received", "authenticated", "accepted");
        assertThat(all(history, "by")).containsExactly("school-program", "registry-office", "registry-office");
        assertThat(all(school.submissions("listSubmissions", ""), "submissionNumber"))
                .containsExactly(number);
    }

    @Test
    void the_history_names_the_institution_that_reported_and_the_office_that_carried_it_out() {
        var id = new EducationId(Long.parseLong(first(school.about("getStatus", accepted(pupil())), "educationId")));

        assertThat(histories.of(id)).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.institution()).isEqualTo(institution.text());
            assertThat(entry.partner()).isEqualTo("registry-office");
        });
    }

    @Test
    void who_is_registered_already_is_refused_at_once_and_affiliated_by_id_W4() {
        var pupil = pupil();
        accepted(pupil);
        var dormitory = new TestRegistry(jdbc).institution("dormitory");

        var checked = school(dormitory.text()).registration("validateOnly", TestForms.form(dormitory, "", pupil));
        var answer = school(dormitory.text()).registration("submit", TestForms.form(dormitory, "", pupil));

        assertThat(all(checked, "outcome")).containsExactly("already-registered");
        assertThat(all(checked, "code")).containsExactly("Client.Affiliation.TypeRefused");
        assertThat(first(answer, "state")).isEqualTo("refused");
        assertThat(all(answer, "outcome")).containsExactly("already-registered");
        assertThat(answer).doesNotContain("educationId");
        assertThat(all(school(dormitory.text()).about("getFurtherPath", first(answer, "submissionNumber")), "action"))
                .containsExactly("read-outcome", "report-affiliations");
    }

    @Test
    void validation_finds_the_same_and_stores_nothing() {
        var wrong = pupil().replace("<s:siteSerial>001<", "<s:siteSerial>003<");

        var checked = school.registration("validateOnly", form("", pupil(), wrong));

        assertThat(all(checked, "outcome")).containsExactly("pending", "refused");
        assertThat(all(checked, "field")).contains("affiliation.siteSerial");
        assertThat(all(school.submissions("listSubmissions", ""), "submissionNumber"))
                .isEmpty();
        var submitted = school.registration("submit", form("", pupil(), wrong));
        assertThat(all(submitted, "outcome")).containsExactly("pending", "refused");
        assertThat(all(submitted, "code")).isEqualTo(all(checked, "code"));
    }

    @Test
    void all_or_nothing_refuses_all_for_one_bad_entry() {
        var wrong = pupil().replace("<s:siteSerial>001<", "<s:siteSerial>003<");

        var answer = school.registration("submit", form("<allOrNothing>true</allOrNothing>", pupil(), wrong));

        assertThat(first(answer, "state")).isEqualTo("refused");
        assertThat(all(answer, "outcome")).containsExactly("not-done", "refused");
    }

    @Test
    void the_same_message_and_the_same_content_get_the_first_answer() {
        var content = form("", pupil());
        var id = UUID.randomUUID();

        var first = school.again("Registration", "registration", "submit", content, id);
        var again = school.again("Registration", "registration", "submit", content, id);
        var other = school.registration("submit", content);

        var number = first(first, "submissionNumber");
        assertThat(first(again, "submissionNumber")).isEqualTo(number);
        assertThat(first(other, "submissionNumber")).isEqualTo(number);
        assertThat(all(school.submissions("listSubmissions", ""), "submissionNumber"))
                .hasSize(1);
    }

    @Test
    void the_same_content_with_another_choice_of_all_or_nothing_is_refused_and_not_taken_for_the_first() {
        var pupil = pupil();
        var number = first(school.registration("submit", form("", pupil)), "submissionNumber");
        var other = form("<allOrNothing>true</allOrNothing>", pupil);

        assertThat(school.registration("submit", other)).contains("Client.Submission.AllOrNothingDiffers");

        school.about("withdraw", number);
        var sent = school.registration("submit", other);
        assertThat(first(sent, "submissionNumber")).isNotEqualTo(number);
        assertThat(first(sent, "allOrNothing")).isEqualTo("true");
    }

    @Test
    void of_the_same_content_at_the_same_moment_one_wins() {
        var content = form("", pupil());

        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> school.registration("submit", content)))
                .limit(6)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(answer -> first(answer, "submissionNumber"))
                .collect(Collectors.toSet());

        assertThat(answers).hasSize(1);
        assertThat(all(school.submissions("listSubmissions", ""), "submissionNumber"))
                .hasSize(1);
    }

    @Test
    void of_two_institutions_that_register_the_same_child_one_wins_and_the_other_is_told() {
        var pupil = pupil();
        var other = new TestRegistry(jdbc).institution();
        var mine = submitted(school, institution, pupil);
        var theirs = submitted(school(other.text()), other, pupil);

        var decided = Stream.of(mine, theirs)
                .map(number -> CompletableFuture.supplyAsync(() -> first(office.about("accept", number), "state")))
                .toList()
                .stream()
                .map(CompletableFuture::join);

        assertThat(decided).containsExactlyInAnyOrder("accepted", "refused");
    }

    @Test
    void a_submission_of_another_institution_and_an_unknown_one_are_alike() {
        var number = first(school.registration("submit", form("", pupil())), "submissionNumber");
        var stranger = school(new TestRegistry(jdbc).institution().text());

        for (var operation :
                new String[] {"getStatus", "getHistory", "getFurtherPath", "resendSheet", "getCanonicalForm", "withdraw"
                }) {
            assertThat(stranger.about(operation, number)).contains("Client.Submission.NotFound");
            assertThat(stranger.about(operation, "2026-99999999")).contains("Client.Submission.NotFound");
        }
        assertThat(stranger.about("accept", number)).contains("Client.Permission.NotPermitted");
    }

    @Test
    void the_office_refuses_with_a_reason_and_the_institution_withdraws() {
        var number = first(school.registration("submit", form("", pupil())), "submissionNumber");
        office.submissions(
                "refuse",
                "<submissionNumber>" + number + "</submissionNumber><reasonCode>sheet-not-signed</reasonCode>"
                        + "<reasonText>Hiányzik a bélyegző.</reasonText>");
        var history = school.about("getHistory", number);
        assertThat(all(history, "toState")).containsExactly("received", "refused");
        assertThat(first(history, "reasonText")).isEqualTo("Hiányzik a bélyegző.");
        assertThat(school.about("withdraw", number)).contains("Client.Submission.WrongState");

        var other = first(school.registration("submit", form("", pupil())), "submissionNumber");
        assertThat(first(school.about("withdraw", other), "state")).isEqualTo("withdrawn");
        assertThat(all(school.about("getStatus", other), "outcome")).containsExactly("not-done");
    }

    @Test
    void changed_fields_take_effect_only_for_the_responsible_institution_K12() {
        var id = first(school.about("getStatus", accepted(pupil())), "educationId");
        var change = "<entry><s:educationId>" + id + "</s:educationId><s:reason>move</s:reason><s:changedOn>"
                + TestRegistry.TODAY
                + "</s:changedOn><s:residence><s:country>HU</s:country><s:postcode>6720</s:postcode>"
                + "<s:settlement>Szeged</s:settlement><s:street>Tisza u. 1.</s:street></s:residence></entry>";
        var stranger = new TestRegistry(jdbc).institution();

        var theirs = school(stranger.text()).amendments("submitAmendments", TestForms.head(stranger, "") + change);
        assertThat(first(theirs, "state")).isEqualTo("refused");
        assertThat(all(theirs, "code")).containsExactly("Client.Person.NotFound");

        var ours = school.amendments("submitAmendments", TestForms.head(institution, "") + change);
        assertThat(first(ours, "formCode")).isEqualTo("KIR-T-21");
        authenticated(ours);
        assertThat(first(office.about("accept", first(ours, "submissionNumber")), "state"))
                .isEqualTo("accepted");
        assertThat(jdbc.sql("select residence_settlement from person where education_id = ?")
                        .param(Long.valueOf(id))
                        .query(String.class)
                        .single())
                .isEqualTo("Szeged");
    }

    private String accepted(String pupil) {
        var number = submitted(school, institution, pupil);
        assertThat(first(office.about("accept", number), "state")).isEqualTo("accepted");
        return number;
    }

    private String submitted(SubmittingSchool by, InstitutionCode code, String pupil) {
        var answer = by.registration("submit", TestForms.form(code, "", pupil));
        authenticated(answer);
        return first(answer, "submissionNumber");
    }

    private void authenticated(String answer) {
        assertThat(first(
                        office.submissions("confirmAuthentication", TestForms.barcode(first(answer, "barcode"))),
                        "state"))
                .isEqualTo("authenticated");
    }

    private String form(String options, String... entries) {
        return TestForms.form(institution, options, entries);
    }

    private String pupil() {
        return TestForms.pupil(institution);
    }
}
