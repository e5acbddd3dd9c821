package dev.kapu.personnel;

import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** ADR 26: the module's messages tell nobody when somebody was born. */
@HubTest
class OtherBirthDatesTest {
    @Autowired
    StaffReports reports;

    @Autowired
    DueMessages due;

    @Autowired
    JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private EducationId teacher;
    private List<EducationId> named;

    @BeforeEach
    void somebody() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        teacher = registry.personAt(school, MAIN_EMPLOYMENT);
        named = List.of(teacher, TestRegistry.freeId());
    }

    /** Others list the oldest that are parked. */
    @AfterEach
    void nothingStaysOpen() {
        jdbc.sql("update personnel_message set state = 'withdrawn', reason = null where education_id = any (?)")
                .param(named.stream().map(EducationId::number).toArray(Long[]::new))
                .update();
    }

    @Test
    void a_hundred_birth_dates_in_one_report_are_answered_alike() {
        var known = reports.report(tries(teacher));
        var unknown = reports.report(tries(named.get(1)));

        assertThat(reasons(known)).isEqualTo(reasons(unknown)).containsOnly("Client.Person.NotFound");
        due.tryAgain(TODAY);
        assertThat(reasons(reports.of(teacher).kept())).containsOnly("Client.Person.NotFound");
        assertThat(reports.of(teacher).employments()).isEmpty();
    }

    @Test
    void one_after_the_other_withdrawn_or_backwards_tells_no_more() {
        var tries = tries(teacher);
        for (int number : List.of(1, 9, 8)) {
            reports.report(List.of(tries.get(number)));
        }
        reports.withdraw(teacher, 10);
        reports.withdraw(teacher, 1);

        var right =
                reports.report(List.of(new Messages(teacher, BORN).title(7, TODAY, school, MAIN_EMPLOYMENT, "tanár")));

        assertThat(reasons(right)).containsExactly("Client.Person.NotFound");
    }

    @Test
    void three_slips_of_the_pen_do_no_harm() {
        reports.report(tries(teacher).subList(0, 2));

        var right = reports.report(
                List.of(new Messages(teacher, BORN).title(3, TODAY, school, MAIN_EMPLOYMENT, "igazgató")));

        assertThat(right.get(0).state()).isEqualTo(MessageState.APPLIED);
    }

    /** The fiftieth is right. */
    private List<StaffMessage> tries(EducationId id) {
        return IntStream.rangeClosed(1, 100)
                .mapToObj(i -> new Messages(id, BORN.plusDays(i - 50L))
                        .title(i, TODAY.minusDays(9), school, MAIN_EMPLOYMENT, "igazgató"))
                .toList();
    }

    private static List<String> reasons(List<KeptMessage> kept) {
        return kept.stream().map(one -> String.valueOf(one.reason())).toList();
    }
}
