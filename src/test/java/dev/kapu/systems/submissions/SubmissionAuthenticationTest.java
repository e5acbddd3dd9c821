package dev.kapu.systems.submissions;

import static dev.kapu.systems.submissions.SubmittingSchool.all;
import static dev.kapu.systems.submissions.SubmittingSchool.first;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.examples.Head;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.submission.TestSignatures;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What authenticates a submission, on paper or without (K20). */
@HubTest
class SubmissionAuthenticationTest {
    @LocalServerPort
    private int port;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path directory;

    private InstitutionCode institution;
    private SubmittingSchool school;
    private SubmittingSchool office;
    private Head head;

    @BeforeEach
    void partners() {
        institution = new TestRegistry(jdbc).institution();
        school = SubmittingSchool.of(port, credentials, institution);
        office = SubmittingSchool.office(port, credentials);
        head = new Head(credentials, directory);
    }

    @Test
    void a_code_that_does_not_fit_the_data_is_refused() {
        var barcode = first(school.registration("submit", form("", pupil())), "barcode");
        var last = barcode.substring(0, barcode.length() - 1);

        assertThat(office.submissions(
                        "confirmAuthentication", TestForms.barcode(last + (barcode.endsWith("0") ? "1" : "0"))))
                .contains("Client.Submission.Mismatch");
        assertThat(office.submissions(
                        "confirmAuthentication", TestForms.barcode(barcode.replace("KIR-T-11", "KIR-T-12"))))
                .contains("Client.Submission.Mismatch");
        assertThat(office.submissions("confirmAuthentication", TestForms.barcode("5999012345678")))
                .contains("Client.Submission.BarcodeInvalid");
    }

    @Test
    void the_head_signs_with_openssl_as_the_guide_shows_instead_of_paper() throws Exception {
        var number = first(school.registration("submit", form("", pupil())), "submissionNumber");
        var answer = school.about("getCanonicalForm", number);
        var form = Base64.getDecoder().decode(first(answer, "content"));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(form)))
                .isEqualTo(first(answer, "hash"));
        var signature = head.signs(form);
        var request = "<submissionNumber>" + number + "</submissionNumber><signature>" + signature + "</signature>";

        assertThat(school.submissions("signSubmission", request)).contains("Client.Submission.SignerUnknown");
        registerSigner();
        form[20] ^= 1;
        assertThat(school.submissions("signSubmission", request.replace(signature, head.signs(form))))
                .contains("Client.Submission.SignatureInvalid");

        assertThat(first(school.submissions("signSubmission", request), "state"))
                .isEqualTo("authenticated");
        assertThat(first(office.about("accept", number), "state")).isEqualTo("accepted");
    }

    @Test
    void the_heads_signature_sent_with_the_data_authenticates_at_once_and_one_over_other_data_stores_nothing()
            throws Exception {
        registerSigner();
        var pupil = pupil();
        var number = first(school.registration("submit", form("", pupil)), "submissionNumber");
        var content = Base64.getDecoder().decode(first(school.about("getCanonicalForm", number), "content"));
        school.about("withdraw", number);
        var signature = "<signature>" + head.signs(content) + "</signature>";

        assertThat(school.registration("submit", form(signature, pupil())))
                .contains("Client.Submission.SignatureInvalid");
        assertThat(all(school.submissions("listSubmissions", ""), "submissionNumber"))
                .containsExactly(number);
        var signed = school.registration("submit", form(signature, pupil));

        assertThat(first(signed, "state")).isEqualTo("authenticated");
        assertThat(first(office.about("accept", first(signed, "submissionNumber")), "state"))
                .isEqualTo("accepted");
    }

    @Test
    void an_old_signature_does_not_authenticate_its_content_again() throws Exception {
        registerSigner();
        var pupil = pupil();
        var first = school.registration("submit", form("", pupil));
        var signature = head.signs(canonicalForm(first(first, "submissionNumber")));
        assertThat(first(signed(first, signature), "state")).isEqualTo("authenticated");
        assertThat(first(school.about("withdraw", first(first, "submissionNumber")), "state"))
                .isEqualTo("withdrawn");

        var again = school.registration("submit", form("", pupil));

        assertThat(first(again, "hash")).isEqualTo(first(first, "hash"));
        assertThat(signed(again, signature)).contains("Client.Submission.SignatureUsed");
        assertThat(school.registration("submit", form("<signature>" + signature + "</signature>", pupil)))
                .contains("Client.Submission.SignatureUsed");
        assertThat(first(school.about("getStatus", first(again, "submissionNumber")), "state"))
                .isEqualTo("received");
    }

    @Test
    void a_signature_is_of_the_last_days() throws Exception {
        registerSigner();
        var answer = school.registration("submit", form("", pupil()));
        var content = canonicalForm(first(answer, "submissionNumber"));
        var store = credentials.keyStore("school-program");
        var alias = store.aliases().nextElement();
        var key = (PrivateKey) store.getKey(alias, DevelopmentCredentials.KEY_STORE_PASSWORD.toCharArray());
        var certificate = (X509Certificate) store.getCertificate(alias);
        var tomorrow = Instant.now().plus(Duration.ofDays(1));

        assertThat(signed(answer, encoded(TestSignatures.sign(content, key, certificate, tomorrow))))
                .contains("Client.Submission.SignatureNotRecent");
        assertThat(first(
                        signed(answer, encoded(TestSignatures.sign(content, key, certificate, Instant.now()))),
                        "state"))
                .isEqualTo("authenticated");
    }

    @Test
    void the_same_signed_content_again_gets_the_first_answer_and_another_signature_does_not_count() throws Exception {
        registerSigner();
        var pupil = pupil();
        var number = first(school.registration("submit", form("", pupil)), "submissionNumber");
        var content = canonicalForm(number);
        var form = form("<signature>" + head.signs(content) + "</signature>", pupil);
        assertThat(first(school.registration("submit", form), "state")).isEqualTo("authenticated");

        var again = school.registration("submit", form);

        assertThat(first(again, "submissionNumber")).isEqualTo(number);
        assertThat(school.registration("submit", form("<signature>AAAA</signature>", pupil)))
                .contains("Client.Submission.WrongState");
    }

    @Test
    void who_is_revoked_or_known_for_another_institution_signs_nothing() throws Exception {
        var other = new TestRegistry(jdbc).institution();
        var registered = registerSigner(other);
        var answer = school.registration("submit", form("", pupil()));
        var content = canonicalForm(first(answer, "submissionNumber"));

        assertThat(signed(answer, head.signs(content))).contains("Client.Submission.SignerUnknown");

        registerSigner();
        office.submissions(
                "revokeSigner",
                "<institutionCode>" + institution.text() + "</institutionCode><fingerprint>"
                        + first(registered, "fingerprint") + "</fingerprint>");
        assertThat(signed(answer, head.signs(content))).contains("Client.Submission.SignerUnknown");
        registerSigner();
        assertThat(signed(answer, head.signs(content)))
                .as("what was revoked is not revived")
                .contains("Client.Submission.SignerUnknown");
    }

    private byte[] canonicalForm(String number) {
        return Base64.getDecoder().decode(first(school.about("getCanonicalForm", number), "content"));
    }

    private String signed(String answer, String signature) {
        return school.submissions(
                "signSubmission",
                "<submissionNumber>" + first(answer, "submissionNumber") + "</submissionNumber><signature>" + signature
                        + "</signature>");
    }

    private static String encoded(byte[] signature) {
        return Base64.getEncoder().encodeToString(signature);
    }

    @Test
    void a_signer_of_an_unknown_authority_is_refused_as_such_with_those_that_are_known_K20() throws Exception {
        var now = Instant.now();
        var own = TestSignatures.certificate(TestSignatures.keys(), now.minusSeconds(60), now.plusSeconds(3600));

        var answer = office.submissions(
                "registerSigner",
                "<institutionCode>" + institution.text() + "</institutionCode><certificate>" + encoded(own.getEncoded())
                        + "</certificate>");

        assertThat(answer).contains("Client.Submission.SignerNotTrusted", "CN=").doesNotContain("CredentialInvalid");
    }

    private void registerSigner() {
        registerSigner(institution);
    }

    private String registerSigner(InstitutionCode institution) {
        var answer = office.submissions(
                "registerSigner",
                "<institutionCode>" + institution.text() + "</institutionCode><certificate>" + head.certificate()
                        + "</certificate>");
        assertThat(answer).contains("CN=school-program");
        return answer;
    }

    private String form(String options, String... entries) {
        return TestForms.form(institution, options, entries);
    }

    private String pupil() {
        return TestForms.pupil(institution);
    }
}
