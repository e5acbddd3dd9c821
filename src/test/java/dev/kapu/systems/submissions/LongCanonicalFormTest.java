package dev.kapu.systems.submissions;

import static dev.kapu.systems.submissions.SubmittingSchool.all;
import static dev.kapu.systems.submissions.SubmittingSchool.first;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.workbook.ManyPupils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the head signs of a submission that came as a workbook (K20). */
@HubTest
class LongCanonicalFormTest {
    private static final int ROWS = 3000;

    @LocalServerPort
    private int port;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_long_one_leaves_in_parts_only_which_joined_have_the_hash() throws Exception {
        var institution = new TestRegistry(jdbc).institution();
        var school = SubmittingSchool.of(port, credentials, institution);
        var number = first(imported(school, institution), "submissionNumber");

        var whole = school.about("getCanonicalForm", number);
        var beyond = part(school, number, ROWS + 1);
        var joined = new ByteArrayOutputStream();
        var answer = part(school, number, 1);
        int parts = 1;
        for (add(answer, joined); !all(answer, "nextPosition").isEmpty(); add(answer, joined)) {
            answer = part(school, number, Integer.parseInt(first(answer, "nextPosition")));
            parts++;
        }

        assertThat(first(whole, "faultcode")).isEqualTo("soap:Client.Submission.FormTooLong");
        assertThat(first(beyond, "faultcode")).isEqualTo("soap:Client.Message.Invalid");
        assertThat(parts).isGreaterThan(1);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(joined.toByteArray())))
                .isEqualTo(first(answer, "hash"));
    }

    private static String imported(SubmittingSchool school, InstitutionCode institution) throws IOException {
        var content = "<institutionCode>" + institution.text()
                + "</institutionCode><purpose>registration</purpose><role>student</role><workbook>"
                + Base64.getEncoder().encodeToString(new ManyPupils(institution, ROWS).workbook()) + "</workbook>";
        return school.again("Workbooks", "workbooks", "importWorkbook", content, UUID.randomUUID());
    }

    private static String part(SubmittingSchool school, String number, int from) {
        return school.submissions(
                "getCanonicalForm",
                "<submissionNumber>" + number + "</submissionNumber><fromPosition>" + from + "</fromPosition>");
    }

    private static void add(String answer, ByteArrayOutputStream joined) {
        var part = Base64.getMimeDecoder().decode(first(answer, "content"));
        assertThat(part).hasSizeLessThan((1 << 20) + 10_000);
        joined.writeBytes(part);
    }
}
