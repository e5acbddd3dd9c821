package dev.kapu.external;

import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kapu.demo.TestModule;
import dev.kapu.personnel.PersonnelProperties;
import dev.kapu.personnel.StaffModule.Failed;
import dev.kapu.personnel.StaffModule.Failure;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.seed.SyntheticEmployment;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over the wire, by the module's own contract: whatever it does, the hub waits no longer than it is told. */
class PersonnelModuleClientTest {
    private static final InstitutionCode SCHOOL = new InstitutionCode("040003");
    private static final Duration DEADLINE = Duration.ofMillis(800);
    private static final Duration LONG = Duration.ofMinutes(1);

    private TestModule module;
    private ExtensionManagerBus bus;
    private PersonnelModuleClient client;

    @BeforeEach
    void open() throws IOException {
        module = new TestModule();
        bus = new ExtensionManagerBus();
        client = client(LONG, 1, LONG);
    }

    @AfterEach
    void close() {
        client.close();
        module.close();
        bus.shutdown(true);
    }

    private PersonnelModuleClient client(Duration deadline, int attempts, Duration leaveInPeace) {
        return new ExternalConfiguration()
                .personnelModule(
                        bus,
                        new PersonnelProperties(
                                module.address(),
                                "kapu",
                                "secret",
                                "0 0 2 * * *",
                                LONG,
                                deadline,
                                attempts,
                                Duration.ofMillis(1),
                                4,
                                leaveInPeace));
    }

    @Test
    void it_answers_by_the_contract_that_it_publishes() throws Exception {
        var id = TestRegistry.freeId().text();
        module.lists(SCHOOL.text(), employment(id));
        client.listStaff(SCHOOL, TODAY);

        assertThat(client.listStaff(SCHOOL, TODAY)).singleElement().satisfies(entry -> {
            assertThat(entry.educationId()).isEqualTo(id);
            assertThat(entry.type()).isEqualTo(AffiliationType.MAIN_EMPLOYMENT);
            assertThat(entry.start()).isEqualTo(TODAY.minusDays(3));
            assertThat(entry.weeklyHours()).isEqualByComparingTo("26");
        });
        var published = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(module.address() + "?wsdl"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(published.body()).contains("urn:personnel-module:staff:v1/listStaff");
    }

    @ParameterizedTest
    @CsvSource({"DOWN, UNREACHABLE", "GARBAGE, UNREADABLE", "OTHER_INSTITUTION, OTHER_INSTITUTION"})
    void whatever_it_does_instead_is_told_apart(String mood, Failure failure) {
        assertFailure(client, mood, failure);
    }

    /** It would do so for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"SLOW", "DRIPPING"})
    @Timeout(60)
    void what_comes_too_late_is_not_waited_for(String mood) {
        client.listStaff(SCHOOL, TODAY);
        try (var impatient = client(DEADLINE, 1, LONG)) {
            assertFailure(impatient, mood, Failure.TOO_SLOW);
        }
    }

    private void assertFailure(PersonnelModuleClient client, String mood, Failure failure) {
        module.is(mood);

        assertThatThrownBy(() -> client.listStaff(SCHOOL, TODAY))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.failure()).isEqualTo(failure));
    }

    @Test
    void where_nobody_listens_nobody_waits() {
        module.close();

        assertThatThrownBy(() -> client.listStaff(SCHOOL, TODAY))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.failure()).isEqualTo(Failure.UNREACHABLE));
    }

    @Test
    void an_attempt_that_failed_is_made_again() {
        var stubborn = client(LONG, 3, LONG);
        module.is("GARBAGE");

        assertThatThrownBy(() -> stubborn.listStaff(SCHOOL, TODAY)).isInstanceOf(Failed.class);

        assertThat(module.asked()).isEqualTo(3);
        stubborn.close();
    }

    @Test
    void after_many_failures_it_is_left_in_peace() {
        failFourTimes(client);
        assertThat(client.state()).isEqualTo(State.OPEN);
        int before = module.asked();

        assertThatThrownBy(() -> client.listStaff(SCHOOL, TODAY)).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.failure()).isEqualTo(Failure.NOT_ASKED);
            assertThat(failed.cause()).isEqualTo(Failure.UNREADABLE);
            assertThat(failed.peaceUntil()).isNotNull();
        });
        assertThat(module.asked()).isEqualTo(before);
    }

    @Test
    void after_its_time_in_peace_it_is_tried_anew() {
        try (var client = client(LONG, 1, Duration.ofMillis(300))) {
            failFourTimes(client);

            module.is("GOOD");

            await().ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(client.listStaff(SCHOOL, TODAY)).isEmpty());
            assertThat(client.state()).isEqualTo(State.CLOSED);
        }
    }

    private void failFourTimes(PersonnelModuleClient client) {
        module.is("GARBAGE");
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> client.listStaff(SCHOOL, TODAY)).isInstanceOf(Failed.class);
        }
    }

    private static SyntheticEmployment employment(String id) {
        return new SyntheticEmployment(
                id, "main-employment", "001", TODAY.minusDays(3), BigDecimal.valueOf(26), "tanár");
    }
}
