package dev.kapu.personnel;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.TestRegistry;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each open message of a person is tried with each later one. */
@HubTest
class OpenMessagesTest {
    @Autowired
    StaffReports reports;

    @Autowired
    JdbcClient jdbc;

    private List<EducationId> named;

    @BeforeEach
    void somebodyAndNobody() {
        named = List.of(new TestRegistry(jdbc).person(), TestRegistry.freeId());
    }

    /** Others list the oldest that are parked. */
    @AfterEach
    void nothingStaysOpen() {
        jdbc.sql("update personnel_message set state = 'withdrawn', reason = null where education_id = any (?)")
                .param(named.stream().map(EducationId::number).toArray(Long[]::new))
                .update();
    }

    @Test
    void of_one_person_at_most_200_are_open_whether_registered_or_not() {
        for (var id : named) {
            var tooMany = ends(id, 201);
            reports.report(tooMany.subList(0, 200));

            assertRefused(Fault.PERSONNEL_TOO_MANY_OPEN, () -> reports.report(tooMany.subList(200, 201)));
            assertRefused(Fault.PERSONNEL_TOO_MANY_OPEN, () -> reports.report(tooMany));
            assertThat(reports.report(tooMany.subList(0, 200))).as("sent again").hasSize(200);
            reports.withdraw(id, 1);
            assertThat(reports.report(tooMany.subList(200, 201))).hasSize(1);
        }
    }

    private List<StaffMessage> ends(EducationId id, int count) {
        var school = new TestRegistry(jdbc).institution();
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Messages(id, BORN).end(number, TODAY, school, MAIN_EMPLOYMENT))
                .toList();
    }
}
