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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over the wire, by the module's own contract: whatever it does, the hub waits no longer than it is told. */
class PersonnelModuleClientTest {
    private static final InstitutionCode SCHOOL = new InstitutionCode("040003");
    private static final Duration DEADLINE = Duration.ofMillis(800);

    private TestModule module;
    private ExtensionManagerBus bus;
    private PersonnelModuleClient client;

    @BeforeEach
    void open() throws IOException {
        module = new TestModule();
        bus = new ExtensionManagerBus();
        client = client(module.address(), 1, Duration.ofMillis(300));
    }

    @AfterEach
    void close() {
        client.close();
        module.close();
        bus.shutdown(true);
    }

    /** The first call of all takes longer than any deadline here: classes are loaded and schemas read. */
    @BeforeAll
    static void first() throws IOException {
        var bus = new ExtensionManagerBus();
        try (var module = new TestModule();
                var client = client(bus, module.address(), 1, Duration.ofMinutes(1), Duration.ofMinutes(1))) {
            client.listStaff(SCHOOL, TODAY);
        }
        bus.shutdown(true);
    }

    private PersonnelModuleClient client(URI address, int attempts, Duration leaveInPeace) {
        return client(bus, address, attempts, leaveInPeace, DEADLINE);
    }

    private static PersonnelModuleClient client(
            ExtensionManagerBus bus, URI address, int attempts, Duration leaveInPeace, Duration deadline) {
        return new ExternalConfiguration()
                .personnelModule(
                        bus,
                        new PersonnelProperties(
                                address,
                                "kapu",
                                "secret",
                                "0 0 2 * * *",
                                Duration.ofMillis(200),
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
    @CsvSource({
        "SLOW, TOO_SLOW",
        "DRIPPING, TOO_SLOW",
        "DOWN, UNREACHABLE",
        "GARBAGE, UNREADABLE",
        "OTHER_INSTITUTION, OTHER_INSTITUTION"
    })
    void whatever_it_does_instead_is_told_apart_and_ends_in_time(String mood, Failure failure) {
        module.lists(SCHOOL.text(), employment(TestRegistry.freeId().text()));
        client.listStaff(SCHOOL, TODAY);
        module.is(mood);
        long begun = System.nanoTime();

        assertThatThrownBy(() -> client.listStaff(SCHOOL, TODAY))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.failure()).isEqualTo(failure));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(DEADLINE.multipliedBy(4));
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
        var stubborn = client(module.address(), 3, Duration.ofMinutes(1));
        module.is("GARBAGE");

        assertThatThrownBy(() -> stubborn.listStaff(SCHOOL, TODAY)).isInstanceOf(Failed.class);

        assertThat(module.asked()).isEqualTo(3);
        stubborn.close();
    }

    @Test
    void after_many_failures_it_is_left_in_peace_and_tried_anew_later() {
        module.is("GARBAGE");
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> client.listStaff(SCHOOL, TODAY)).isInstanceOf(Failed.class);
        }
        assertThat(client.state()).isEqualTo(State.OPEN);

        int before = module.asked();
        assertThatThrownBy(() -> client.listStaff(SCHOOL, TODAY)).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.failure()).isEqualTo(Failure.NOT_ASKED);
            assertThat(failed.cause()).isEqualTo(Failure.UNREADABLE);
            assertThat(failed.peaceUntil()).isNotNull();
        });
        assertThat(module.asked()).isEqualTo(before);

        module.is("GOOD");
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(client.listStaff(SCHOOL, TODAY)).isEmpty());
        assertThat(client.state()).isEqualTo(State.CLOSED);
    }

    private static SyntheticEmployment employment(String id) {
        return new SyntheticEmployment(
                id, "main-employment", "001", TODAY.minusDays(3), BigDecimal.valueOf(26), "tanár");
    }
}
