package dev.kapu.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.start.DataDirectory;
import dev.kapu.start.Listeners;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class ProbesTest {
    @Autowired
    Listeners listeners;

    @Autowired
    HealthEndpoint health;

    @Autowired
    DataDirectory data;

    @LocalServerPort
    int services;

    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    JdbcClient database;

    private Browser prober;

    @BeforeEach
    void find() {
        prober = new Browser(listeners.http().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"liveness", "readiness"})
    void a_prober_learns_up_or_down_and_nothing_else(String probe) {
        var answer = prober.get("/actuator/health/" + probe);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void readiness_needs_database_and_broker_and_liveness_does_not() {
        assertThat(components("readiness").getComponents()).containsKeys("db", "broker", "readinessState");
        assertThat(components("liveness").getComponents()).containsOnlyKeys("livenessState");
    }

    @Test
    void metrics_are_for_this_machine_and_not_for_what_a_proxy_passes_on() {
        assertThat(prober.get("/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(prober.get("/actuator/prometheus", "Forwarded", "for=192.0.2.1")
                        .statusCode())
                .isEqualTo(401);
        assertThat(prober.get("/actuator/prometheus", "X-Forwarded-For", "192.0.2.1")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void metrics_say_what_is_free_where_the_data_are_and_what_the_broker_uses() {
        assertThat(prober.get("/actuator/prometheus").body())
                .contains("disk_free_bytes{path=\"" + data.root() + "\"}")
                .containsPattern("# HELP kapu_broker_disk_usage \\S");
    }

    @Test
    void requests_are_counted_by_partner_operation_and_outcome() {
        var refused = counted("refused");
        var answered = counted("answered");
        var registry = new TestRegistry(database);
        var school = registry.institution();
        var pupil = registry.personAt(school, AffiliationType.COMPULSORY_STUDENT);

        ask(pupil, school);
        ask(TestRegistry.freeId(), school);

        assertThat(counted("answered")).isEqualTo(answered + 1);
        assertThat(counted("refused")).isEqualTo(refused + 1);
    }

    private void ask(EducationId person, InstitutionCode institution) {
        new PartnerClient(services, credentials, "id-card-office")
                .ask(
                        "IdCards",
                        PartnerClient.envelope(
                                "get-cardholder", Map.of("person", person.text(), "institution", institution.text())));
    }

    private double counted(String outcome) {
        var line = Pattern.compile(
                "^kapu_requests_seconds_count\\{operation=\"IdCards/getCardholder\",outcome=\"" + outcome
                        + "\",partner=\"id-card-office\"} (\\S+)$",
                Pattern.MULTILINE);
        var found = line.matcher(prober.get("/actuator/prometheus").body());
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    @Test
    void services_pass_by_the_sign_in_and_its_firewall() {
        assertThat(prober.get("/services/IdCards?wsdl").statusCode()).isEqualTo(200);
        assertThat(prober.get("/services//IdCards?wsdl").statusCode()).isNotEqualTo(400);
        assertThat(prober.get("/console//routes").statusCode()).isEqualTo(400);
        assertThat(prober.get("/services/..%2fconsole/routes").body()).doesNotContain("kapu:");
        assertThat(prober.get("/services/../console/routes").statusCode()).isIn(302, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "beans", "heapdump", "loggers", "mappings", "configprops", "shutdown"})
    void nothing_else_is_exposed(String endpoint) {
        assertThat(prober.get("/actuator/" + endpoint).statusCode()).isEqualTo(404);
    }

    private CompositeHealthDescriptor components(String group) {
        return (CompositeHealthDescriptor) Objects.requireNonNull(health.healthForPath(group));
    }
}
