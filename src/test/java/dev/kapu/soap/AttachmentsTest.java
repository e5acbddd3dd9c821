package dev.kapu.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.pki.TestAuthority;
import dev.kapu.portal.TestWorkbook;
import dev.kapu.registry.TestRegistry;
import dev.kapu.soap.signature.SignedEnvelopes;
import dev.kapu.start.Listeners;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A workbook as an attachment is the same workbook as in base64 (K17, W3). */
@HubTest
class AttachmentsTest {
    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    Listeners listeners;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private final String id = UUID.randomUUID().toString();
    private String institution;
    private byte[] workbook;
    private AttachedWorkbook message;

    @BeforeEach
    void a_school_with_a_workbook_of_which_a_row_is_wrong() {
        var code = new TestRegistry(jdbc).institution();
        institution = code.text();
        workbook = new TestWorkbook(code).withWrongBirthDate(3).bytes();
        message = AttachedWorkbook.of(id, institution, workbook);
    }

    @Test
    void a_toolkit_attaches_a_workbook_and_gets_the_answer_that_base64_gets() throws Exception {
        var file = Files.write(folder.resolve("pupils.xlsx"), workbook);
        var program = Files.readString(Path.of("src/test/java/dev/kapu/soap/WorkbookByAttachment.java"));
        var sample = program.substring(program.indexOf("var port"), program.lastIndexOf("    }"));
        assertThat(Files.readString(Path.of("docs/services/Workbooks.md")))
                .contains(sample.replace("\n        ", "\n"));

        var answer = WorkbookByAttachment.send(
                Path.of("wsdl/Workbooks.wsdl").toUri().toURL(),
                "http://127.0.0.1:" + listeners.http().orElseThrow() + "/services/Workbooks",
                "school-program",
                Files.readString(credentials.secret("school-program")),
                institution,
                id,
                file);

        var same = school().ask("Workbooks", message.inBase64(workbook).replace("<errorFile>true</errorFile>", ""))
                .body();
        assertThat(answer.getResult().getWrongRows()).isOne();
        assertThat(answer.getFinding().get(0).getValue()).isEqualTo("31.02.2019");
        assertThat(same)
                .contains(
                        "submissionNumber>" + answer.getSubmission().getSubmissionNumber() + "<",
                        "hash>" + answer.getSubmission().getHash() + "<");
        assertThat(submissions()).isOne();
    }

    @Test
    void the_same_message_in_base64_is_the_same_message_and_gets_the_first_answer_but_for_the_file_that_leaves_once() {
        var first = message.send(school(), "Workbooks");

        var again = school().ask("Workbooks", message.inBase64(workbook));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(first.body()).contains("wrongRows>1<", "31.02.2019", "errorFile>");
        assertThat(again.body()).isEqualTo(first.body().replaceFirst("(?s)<errorFile>.*</errorFile>", ""));
        assertThat(submissions()).isOne();
    }

    @Test
    void the_record_is_of_what_came_over_the_wire() {
        var records = new Records(jdbc);

        message.send(school(), "Workbooks");

        var row = records.of(message.bytes());
        assertThat(row.requestBytes()).isEqualTo(message.bytes().length);
        assertThat(row.messageId()).isEqualTo(id);
        assertThat(row.operation()).isEqualTo("Workbooks/importWorkbook");
        assertThat(row.outcome()).isEqualTo("ANSWERED");
    }

    @Test
    void a_signature_is_of_the_attachment_too() throws Exception {
        var key = TestAuthority.issued(credentials, "school-program");
        var signed = SignedEnvelopes.sign(message.inBase64(workbook), key);
        var altered = workbook.clone();
        altered[altered.length - 1] ^= 1;

        var forged = message.spoilt(good -> good.replace(latin(workbook), latin(altered)))
                .around(signed, workbook)
                .send(school(), "Workbooks");
        var honest = message.around(signed, workbook).send(school(), "Workbooks");

        assertThat(forged.body()).contains("<faultcode>soap:Client.Identity.SignatureInvalid</faultcode>");
        assertThat(honest.statusCode()).as(honest.body()).isEqualTo(200);
    }

    @Test
    void an_attachment_may_come_in_base64_before_the_envelope_and_with_folded_headers() {
        var root = message.text().substring(0, message.text().indexOf("--part\r\nContent-Type: application/vnd"));
        var coded = java.util.Base64.getMimeEncoder().encodeToString(workbook);
        var turned = message.spoilt(good -> "\r\n"
                + good.substring(root.length(), good.lastIndexOf("--part--"))
                        .replace(latin(workbook), coded)
                        .replace("Encoding: binary", "Encoding:\r\n  BASE64")
                + root + "--part--");

        var answer = turned.send(school(), "Workbooks");

        assertThat(answer.body()).contains("wrongRows>1<");
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private long submissions() {
        return jdbc.sql("select count(*) from submission where institution_code = ?")
                .param(institution)
                .query(Long.class)
                .single();
    }

    private PartnerClient school() {
        return new PartnerClient(listeners.https(), credentials, "school-program");
    }
}
