package dev.kapu.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.portal.TestWorkbook;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A workbook may be larger than another message, and nothing else may. */
@HubTest
class LargeWorkbooksTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static final String TOO_LARGE = "<faultcode>soap:Client.Message.TooLarge</faultcode>";

    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private InstitutionCode institution;

    @BeforeEach
    void a_school() {
        institution = new TestRegistry(jdbc).institution();
    }

    @Test
    void ten_thousand_rows_come_in_one_message_which_no_other_service_would_take() {
        int rows = Integer.getInteger("kapu.rows", 10_000);
        var message = message(new TestWorkbook(institution).withRows(rows).bytes());
        assertThat(message.length()).isGreaterThan(MEGABYTE);
        long start = System.nanoTime();

        var answer = school().ask("Workbooks", message).body();

        var said = "%d rows, %d bytes of SOAP, %.1f s"
                .formatted(rows, message.length(), (System.nanoTime() - start) / 1e9);
        org.slf4j.LoggerFactory.getLogger(LargeWorkbooksTest.class).info(said);
        assertThat(answer).contains("entryCount>" + rows + "<", "wrongRows>0<");
        assertThat(school().ask("IdCards", message).body()).contains(TOO_LARGE);
    }

    @Test
    void there_is_a_limit_to_workbooks_too() {
        var answer = school().ask("Workbooks", PartnerClient.padded(message(new byte[8]), 17));

        assertThat(answer.body()).contains(TOO_LARGE);
    }

    @Test
    void a_stranger_is_held_to_the_ordinary_limit() {
        var nobody = school().with("Authorization", "");

        assertThat(nobody.ask("Workbooks", message(new byte[2 * MEGABYTE])).body())
                .contains("<faultcode>soap:Client.")
                .doesNotContain("Response>");
        assertThat(jdbc.sql("select request_bytes from disclosure order by id desc limit 1")
                        .query(Integer.class)
                        .single())
                .isLessThan(2 * MEGABYTE);
    }

    @Test
    void an_attachment_is_refused_clearly() {
        var multipart = school().with(
                        "Content-Type",
                        "multipart/related; type=\"application/xop+xml\"; start-info=\"text/xml\"; boundary=b");

        assertThat(multipart
                        .ask("Workbooks", "--b\r\nContent-Type: application/xop+xml\r\n\r\n<x/>\r\n--b--")
                        .body())
                .contains("<faultcode>soap:Client.Message.AttachmentRefused</faultcode>");
    }

    private PartnerClient school() {
        return new PartnerClient(port, credentials, "school-program");
    }

    private String message(byte[] workbook) {
        var represented =
                "<r:representedParty><r:partyCode>" + institution.text() + "</r:partyCode></r:representedParty>";
        var body = """
                <importWorkbook xmlns="urn:kapu:workbooks:v1"><institutionCode>%s</institutionCode>\
                <purpose>registration</purpose><role>student</role><workbook>%s</workbook></importWorkbook>""".formatted(institution.text(), Base64.getEncoder().encodeToString(workbook));
        return PartnerClient.envelope("submission", Map.of("represented", represented, "body", body));
    }
}
