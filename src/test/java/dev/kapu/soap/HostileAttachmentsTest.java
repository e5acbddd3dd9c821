package dev.kapu.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.fault.Fault;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.portal.TestWorkbook;
import dev.kapu.registry.TestRegistry;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages with an attachment that are broken, forged or malicious: a clear fault, a record, and no effect. */
@HubTest
class HostileAttachmentsTest {
    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final String id = UUID.randomUUID().toString();
    private String institution;
    private AttachedWorkbook good;
    private Records records;

    @BeforeEach
    void a_good_message_with_an_attachment() {
        var code = new TestRegistry(jdbc).institution();
        institution = code.text();
        good = AttachedWorkbook.of(id, institution, new TestWorkbook(code).bytes());
        records = new Records(jdbc);
    }

    @ParameterizedTest
    @MethodSource("dev.kapu.soap.HostileAttachment#all")
    void a_hostile_attachment_gets_its_fault_and_its_record_and_has_no_effect(HostileAttachment hostile) {
        try (var trap = new Trap()) {
            var spoilt = hostile.spoil().apply(good).spoilt(text -> text.replace("TRAP", trap.address()));

            var answer = spoilt.send(school(), "Workbooks");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .contains("<faultcode>soap:" + hostile.fault().code() + "</faultcode>");
            assertThat(trap.visits()).isZero();
            refused(spoilt, hostile.fault(), "school-program");
        }
    }

    @Test
    void an_attachment_to_an_operation_without_base64_is_refused() {
        var request = CardRequest.by(jdbc);
        var including = request.message()
                .replaceFirst(
                        "<educationId>\\d+",
                        "<educationId><xop:Include xmlns:xop='http://www.w3.org/2004/08/xop/include'"
                                + " href='cid:workbook@school.example'/>");
        var attached = good.spoilt(text -> text.replace(good.envelope(), including));

        var answer = attached.send(school(), "IdCards");

        assertThat(answer.body()).contains("<faultcode>soap:Client.Message.AttachmentRefused</faultcode>");
        refused(attached, Fault.ATTACHMENT_REFUSED, "school-program");
        assertThat(records.of(attached.bytes()).messageId()).isEqualTo(request.id());
        assertThat(request.carriedOut(jdbc)).isFalse();
    }

    @Test
    void a_refusal_of_what_could_be_read_is_recorded_with_its_message_and_operation() {
        var unincluded = good.spoilt(text -> text.replace("cid:workbook@", "cid:other@"));

        unincluded.send(school(), "Workbooks");

        assertThat(records.of(unincluded.bytes()).messageId()).isEqualTo(id);
        assertThat(records.of(unincluded.bytes()).operation()).isEqualTo("Workbooks/importWorkbook");
    }

    @Test
    void a_strangers_attachment_is_not_opened() {
        var answer = good.send(school().with("Authorization", ""), "Workbooks");

        assertThat(answer.body()).contains("<faultcode>soap:Client.Identity.NotAuthenticated</faultcode>");
        assertThat(records.all()).hasSize(1);
        assertThat(records.all().get(0).messageId()).isNull();
    }

    private void refused(AttachedWorkbook message, Fault fault, String partner) {
        var row = records.of(message.bytes());
        assertThat(row.reason()).isEqualTo(fault.code());
        assertThat(row.outcome()).isEqualTo("REFUSED");
        assertThat(row.partner()).isEqualTo(partner);
        assertThat(records.all()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from submission where institution_code = ?")
                        .param(institution)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private PartnerClient school() {
        return new PartnerClient(port, credentials, "school-program");
    }
}
