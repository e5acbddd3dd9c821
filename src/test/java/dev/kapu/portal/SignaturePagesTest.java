package dev.kapu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.examples.Head;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.workbook.ManyPupils;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The head signs without paper on the pages (K20). */
@HubTest
class SignaturePagesTest {
    @LocalServerPort
    private int port;

    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    ApplicationContext hub;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path directory;

    @Test
    void the_canonical_form_is_fetched_signed_and_the_signature_sent() {
        var school = new School(hub);
        var number = School.number(school.imports(
                new TestWorkbook(school.code).bytes(), Map.of("role", "STUDENT", "allOrNothing", "true")));
        var page = "/institution/submissions/" + number;
        var head = new Head(credentials, directory);
        registerSigner(school.code.text(), head.certificate());
        assertThat(school.get(page)).contains("Sign without paper");

        var signature = head.signed(school.browser.download(page + "/canonical-form"));
        var forged = head.signed(new byte[] {'{', '}'});

        assertThat(school.browser
                        .upload(page, page + "/signature", Map.of(), "form.p7s", forged)
                        .body())
                .contains("Client.Submission.SignatureInvalid");
        assertThat(School.location(school.browser.upload(page, page + "/signature", Map.of(), "form.p7s", signature)))
                .endsWith(page + "?signed");
        assertThat(school.get(page)).contains(">authenticated<").doesNotContain("Sign without paper");
    }

    @Test
    void a_long_canonical_form_is_one_file() throws Exception {
        var school = new School(hub);
        var number = School.number(school.imports(
                new ManyPupils(school.code, 3000).workbook(), Map.of("role", "STUDENT", "allOrNothing", "true")));

        var form = school.browser.download("/institution/submissions/" + number + "/canonical-form");

        assertThat(form).hasSizeGreaterThan(1 << 20);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(form)))
                .isEqualTo(jdbc.sql("select encode(hash, 'hex') from submission where number = ?")
                        .param(number)
                        .query(String.class)
                        .single());
    }

    private void registerSigner(String institution, String certificate) {
        var body = "<registerSigner xmlns=\"urn:kapu:submissions:v1\"><institutionCode>" + institution
                + "</institutionCode><certificate>" + certificate + "</certificate></registerSigner>";
        var office = new PartnerClient(port, credentials, "registry-office");
        var id = UUID.randomUUID().toString();
        assertThat(office.ask(
                                "Submissions",
                                PartnerClient.envelope("submission", Map.of("represented", "", "body", body, "id", id)))
                        .body())
                .contains("CN=school-program");
    }
}
