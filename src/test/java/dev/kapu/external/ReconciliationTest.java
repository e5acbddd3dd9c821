package dev.kapu.external;

import static dev.kapu.registry.TestRegistry.START;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.demo.TestModule;
import dev.kapu.personnel.Difference;
import dev.kapu.personnel.Difference.Kind;
import dev.kapu.personnel.PersonnelProperties;
import dev.kapu.personnel.Reconciliation;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.seed.SyntheticEmployment;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The module's own lists compared with the registry's (E4), over the wire. */
@HubTest
class ReconciliationTest {
    @LocalServerPort
    int port;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    JdbcClient jdbc;

    private TestRegistry registry;
    private TestModule module;
    private ExtensionManagerBus bus;
    private PersonnelModuleClient client;
    private InstitutionCode school;
    private EducationId agreed;
    private EducationId here;

    @BeforeEach
    void staff() throws IOException {
        registry = new TestRegistry(jdbc);
        module = new TestModule();
        bus = new ExtensionManagerBus();
        client = client(Duration.ofMinutes(1));
        school = registry.institution();
        agreed = registry.personAt(school, MAIN_EMPLOYMENT);
        here = registry.personAt(school, MAIN_EMPLOYMENT);
        registry.personAt(school, COMPULSORY_STUDENT);
    }

    private PersonnelModuleClient client(Duration deadline) {
        return new ExternalConfiguration()
                .personnelModule(
                        bus,
                        new PersonnelProperties(
                                module.address(),
                                null,
                                null,
                                "0 0 2 * * *",
                                Duration.ofMinutes(1),
                                deadline,
                                1,
                                Duration.ofMillis(1),
                                100,
                                Duration.ofMinutes(1)));
    }

    @AfterEach
    void close() {
        client.close();
        module.close();
        bus.shutdown(true);
    }

    @Test
    void what_is_only_here_only_there_or_different_is_kept_and_nothing_else_changes() {
        var there = TestRegistry.freeId();
        var different = registry.personAt(school, MAIN_EMPLOYMENT);
        module.lists(school.text(), employment(agreed, 20), employment(there, 20), employment(different, 26));

        assertThat(reconciliation.compare(client, school)).isTrue();

        assertThat(reconciliation.differences(school))
                .extracting(Difference::educationId, Difference::kind)
                .containsExactlyInAnyOrder(
                        tuple(here.text(), Kind.ONLY_HERE),
                        tuple(there.text(), Kind.ONLY_THERE),
                        tuple(different.text(), Kind.DIFFERS));
        assertThat(reconciliation.differences(school))
                .filteredOn(one -> one.kind() == Kind.DIFFERS)
                .flatExtracting(Difference::fields)
                .containsExactly("weeklyHours");
        assertThat(lasting()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SLOW", "DRIPPING", "DOWN", "GARBAGE", "OTHER_INSTITUTION"})
    void a_module_that_fails_leaves_what_was_found_before(String mood) {
        module.lists(school.text(), employment(agreed, 20));
        reconciliation.compare(client, school);
        module.is(mood);

        try (var impatient = client(Duration.ofMillis(500))) {
            assertThat(reconciliation.compare(impatient, school)).isFalse();
        }

        assertThat(reconciliation.of(school)).hasValueSatisfying(comparison -> {
            assertThat(comparison.day()).isEqualTo(TODAY);
            assertThat(comparison.onlyHere()).isEqualTo(1);
            assertThat(comparison.failure()).isNotNull();
        });
        assertThat(reconciliation.differences(school)).hasSize(1);

        module.is("GOOD");
        reconciliation.compare(client, school);
        assertThat(reconciliation.of(school))
                .hasValueSatisfying(
                        comparison -> assertThat(comparison.failure()).isNull());
    }

    @Test
    void who_answers_for_the_wrong_person_changes_nobody() {
        module.lists(school.text(), employment(agreed, 20), employment(here, 20));
        module.is("WRONG_PERSON");

        reconciliation.compare(client, school);

        assertThat(reconciliation.of(school)).hasValueSatisfying(comparison -> {
            assertThat(comparison.onlyHere()).isEqualTo(2);
            assertThat(comparison.onlyThere()).isEqualTo(2);
        });
        assertThat(lasting()).isEqualTo(3);
    }

    @Test
    void an_employment_listed_twice_is_no_answer() {
        module.lists(school.text(), employment(agreed, 20), employment(agreed, 26));

        assertThat(reconciliation.compare(client, school)).isFalse();
        assertThat(reconciliation.of(school))
                .hasValueSatisfying(
                        comparison -> assertThat(comparison.failure()).isEqualTo("unreadable"));
    }

    @Test
    void lookups_go_on_while_the_module_hangs() {
        var office = new PartnerClient(port, credentials, "id-card-office");
        module.lists(school.text(), employment(agreed, 20));
        module.is("SLOW");
        var comparing = CompletableFuture.supplyAsync(() -> reconciliation.compare(client, school));
        await().until(() -> module.asked() > 0);

        for (int lookups = 0; lookups < 50; lookups++) {
            lookUp(office);
        }

        assertThat(comparing).isNotDone();
        module.is("DOWN");
        assertThat(comparing.join()).isFalse();
    }

    private void lookUp(PartnerClient office) {
        var body = """
                <getCardholder xmlns='urn:kapu:id-cards:v1'><educationId>%s</educationId>\
                <institutionCode>%s</institutionCode></getCardholder>""".formatted(agreed.text(), school.text());
        assertThat(office.ask("IdCards", PartnerClient.envelope("office", Map.of("body", body)))
                        .body())
                .contains("Kovács");
    }

    @Test
    void the_report_of_differences_is_for_the_module_and_the_office_only() {
        module.lists(school.text(), employment(agreed, 20));
        reconciliation.compare(client, school);

        for (var partner : List.of("personnel-module", "registry-office")) {
            assertThat(ask(partner, "<institutionCode>" + school.text() + "</institutionCode>"))
                    .contains("onlyHere>1<", here.text(), "difference>only-here<")
                    .doesNotContain(agreed.text());
            assertThat(ask(partner, after(school))).contains(school.text()).doesNotContain(here.text());
        }
        assertThat(ask("school-program", "")).contains("Client.Permission.NotPermitted");
    }

    /** The page that begins with it. */
    private static String after(InstitutionCode first) {
        var before = "%06d".formatted(Integer.parseInt(first.text()) - 1);
        return "<afterInstitutionCode>" + before + "</afterInstitutionCode>";
    }

    private String ask(String partner, String what) {
        var body = "<getReconciliation xmlns='urn:kapu:personnel:v1'>" + what + "</getReconciliation>";
        return new PartnerClient(port, credentials, partner)
                .ask("Personnel", PartnerClient.envelope("office", Map.of("body", body)))
                .body();
    }

    private static SyntheticEmployment employment(EducationId id, int hours) {
        return new SyntheticEmployment(id.text(), "main-employment", "001", START, BigDecimal.valueOf(hours), "");
    }

    private int lasting() {
        return jdbc.sql("select count(*) from affiliation where institution_code = ? and end_date is null")
                .param(school.text())
                .query(Integer.class)
                .single();
    }
}
