package dev.kapu.personnel;

import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** E4: what is wrong about one person does not keep back what is right about others. */
@HubTest
class RefusedReportsTest {
    private static final LocalDate WINTER = TODAY.minusDays(300);
    private static final LocalDate SUMMER = TODAY.minusDays(100);

    @Autowired
    StaffReports reports;

    @Autowired
    JdbcClient jdbc;

    private InstitutionCode school;
    private EducationId teacher;
    private EducationId colleague;
    private Messages says;
    private Messages saysOfColleague;

    @BeforeEach
    void two() {
        var registry = new TestRegistry(jdbc);
        school = registry.institution();
        teacher = registry.person();
        colleague = registry.person();
        says = new Messages(teacher, BORN);
        saysOfColleague = new Messages(colleague, BORN);
        reports.report(List.of(says.main(1, WINTER, school)));
    }

    /** Others list the oldest that are parked. */
    @AfterEach
    void nothingStaysOpen() {
        jdbc.sql("update personnel_message set state = 'withdrawn', reason = null where education_id = ?")
                .param(teacher.number())
                .update();
    }

    @Test
    void a_reused_number_keeps_back_what_is_said_of_that_person_and_of_nobody_else() {
        var kept = reports.report(List.of(
                says.end(2, SUMMER, school, MAIN_EMPLOYMENT),
                saysOfColleague.main(1, WINTER, school),
                says.main(1, SUMMER, school)));

        assertThat(kept)
                .extracting(KeptMessage::state)
                .containsExactly(MessageState.REFUSED, MessageState.APPLIED, MessageState.REFUSED);
        assertThat(kept.get(0).reason()).isEqualTo("Client.Personnel.NumberReused");
        assertThat(reports.of(teacher).kept()).hasSize(1);
        assertThat(reports.of(colleague).employments()).hasSize(1);
    }

    @Test
    void so_do_two_different_messages_of_one_number_in_one_report() {
        var kept = reports.report(List.of(
                says.end(2, SUMMER, school, MAIN_EMPLOYMENT),
                says.end(2, WINTER, school, MAIN_EMPLOYMENT),
                saysOfColleague.main(1, WINTER, school)));

        assertThat(kept)
                .extracting(KeptMessage::state)
                .containsExactly(MessageState.REFUSED, MessageState.REFUSED, MessageState.APPLIED);
        assertThat(reports.of(teacher).kept()).hasSize(1);
    }

    @Test
    void and_too_many_open_messages() {
        var tooMany = IntStream.rangeClosed(3, 203).mapToObj(number -> says.main(number, SUMMER, school));

        var kept = reports.report(Stream.concat(tooMany, Stream.of(saysOfColleague.main(1, WINTER, school)))
                .toList());

        assertThat(kept.subList(0, 201))
                .allSatisfy(one -> assertThat(one.reason()).isEqualTo("Client.Personnel.TooManyOpen"));
        assertThat(kept.get(201).state()).isEqualTo(MessageState.APPLIED);
        assertThat(reports.of(teacher).kept()).hasSize(1);
    }

    @Test
    void a_report_of_which_nothing_is_left_is_refused_as_a_whole() {
        var report = List.of(says.end(2, SUMMER, school, MAIN_EMPLOYMENT), says.main(1, SUMMER, school));

        assertThatThrownBy(() -> reports.report(report)).isInstanceOfSatisfying(FaultException.class, refused -> {
            assertThat(refused.fault()).isEqualTo(Fault.PERSONNEL_NUMBER_REUSED);
            assertThat(refused.where()).isEqualTo("message[2]/messageNumber");
        });
    }
}
