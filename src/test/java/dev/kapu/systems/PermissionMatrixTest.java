package dev.kapu.systems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.secret.InstitutionSecrets;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every operation of every contract, called by every partner, an institution and a stranger: nobody without a grant gets
 * anything, and each call is on the record (K21). Who holds which grant is read from the policy's file, not asked of the hub.
 */
@HubTest
class PermissionMatrixTest {
    private static final Pattern FAULT = Pattern.compile("<faultcode>soap:([A-Za-z.]+)</faultcode>");
    private static final String REFUSED = "Client.Permission.NotPermitted";

    @LocalServerPort
    private int port;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private InstitutionSecrets secrets;

    @Autowired
    private JdbcClient jdbc;

    private final ShippedGrants grants = new ShippedGrants();
    private InstitutionCode institution;

    @BeforeEach
    void institution() {
        institution = new TestRegistry(jdbc).institution();
    }

    @Test
    void nobody_without_a_grant_gets_anything_and_every_call_is_on_the_record_K21() throws IOException {
        var messages = SampleMessages.ofAll();
        var callers = callers();
        long before = records();
        var wrong = new SoftAssertions();

        callers.forEach((name, caller) -> messages.forEach((operation, body) -> {
            var service = operation.substring(0, operation.indexOf('/'));
            var fault = fault(caller.ask(service, envelope(name, body)).body());
            if (grants.isGranted(name, operation)) {
                wrong.assertThat(fault).as(name + " " + operation).isNotEqualTo(REFUSED);
            } else {
                wrong.assertThat(fault).as(name + " " + operation).isEqualTo(REFUSED);
            }
        }));

        wrong.assertAll();
        assertThat(messages).hasSizeGreaterThan(40);
        assertThat(callers).hasSizeGreaterThan(6);
        assertThat(records() - before).isEqualTo((long) callers.size() * messages.size());
    }

    @Test
    void a_stranger_gets_nothing_from_any_operation() throws IOException {
        var stranger = new PartnerClient(port, credentials, "id-card-office").with("Authorization", "");

        SampleMessages.ofAll()
                .forEach((operation, body) -> assertThat(
                                fault(stranger.ask(operation.substring(0, operation.indexOf('/')), envelope("", body))
                                        .body()))
                        .as(operation)
                        .isEqualTo("Client.Identity.NotAuthenticated"));
    }

    private Map<String, PartnerClient> callers() {
        var callers = new TreeMap<String, PartnerClient>();
        for (var name : grants.partners()) {
            callers.put(name, new PartnerClient(port, credentials, name));
        }
        var own = "institution-" + institution.text();
        callers.put(
                own,
                new PartnerClient(port, credentials, "id-card-office")
                        .with("Authorization", PartnerClient.basic(own, secrets.issue(institution))));
        return callers;
    }

    private String envelope(String caller, String body) {
        var represented = caller.equals("school-program") || caller.startsWith("institution-")
                ? "<r:representedParty><r:partyCode>" + institution.text() + "</r:partyCode></r:representedParty>"
                : "";
        return PartnerClient.envelope("submission", Map.of("represented", represented, "body", body));
    }

    private static String fault(String answer) {
        var fault = FAULT.matcher(answer);
        return fault.find() ? fault.group(1) : "";
    }

    /** Of requests: events are told meanwhile. */
    private long records() {
        return jdbc.sql("select count(*) from disclosure where operation not like 'events/%'")
                .query(Long.class)
                .single();
    }
}
