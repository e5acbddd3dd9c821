package dev.kapu.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.audit.RefusingTable;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class NotRecordedTest {
    @LocalServerPort
    int port;

    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    JdbcClient database;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Test
    void an_answer_that_cannot_be_recorded_does_not_leave() {
        var registry = new TestRegistry(database);
        var school = registry.institution();
        var pupil = registry.personAt(school, AffiliationType.COMPULSORY_STUDENT);
        var messageId = UUID.randomUUID().toString();
        var office = new PartnerClient(port, credentials, "id-card-office");
        var envelope = PartnerClient.envelope(
                "get-cardholder", Map.of("id", messageId, "person", pupil.text(), "institution", school.text()));

        try (var broken = RefusingTable.all(owner, messageId)) {
            var reply = office.ask("IdCards", envelope);

            assertThat(reply.statusCode()).isEqualTo(500);
            assertThat(reply.body())
                    .contains("Server.Audit.NotRecorded", messageId)
                    .doesNotContain("getCardholderResponse", "Kovács", "Győr", "2010-05-01", pupil.text());
        }
        assertThat(office.ask("IdCards", envelope).body()).contains("getCardholderResponse", "Kovács");
    }
}
