package dev.kapu.admissions;

import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.Today;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.registry.participation.ParticipationStore;
import dev.kapu.registry.participation.Procedure;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K24: the centre fills sheets that it files, and does not read the registry with a list of IDs and birth dates. */
@HubTest
class UnfiledFillsTest {
    private static final Reach ANYBODY = new Reach(Scope.EVERYONE, null);

    @Autowired
    private Persons persons;

    @Autowired
    private Applicants applicants;

    @Autowired
    private AdmissionCalendar calendar;

    @Autowired
    private ParticipationStore participations;

    @Autowired
    private Today today;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private SheetFill fill;

    @BeforeEach
    void twoADay() {
        registry = new TestRegistry(jdbc);
        var unfiled = new UnfiledFills(participations, new AdmissionProperties(List.of(), 1, 2, Period.ZERO), today);
        fill = new SheetFill(persons, applicants, calendar, unfiled);
    }

    @Test
    void after_some_without_a_sheet_nobody_else_is_told_until_sheets_are_filed() {
        var first = registry.person();
        var second = registry.person();
        var third = registry.person();
        fill(first);
        fill(second);

        assertThatThrownBy(() -> fill(third))
                .isInstanceOfSatisfying(
                        FaultException.class, no -> assertThat(no.fault()).isEqualTo(Fault.ADMISSION_UNFILED));
        assertThatCode(() -> fill(first)).as("again the same").doesNotThrowAnyException();

        participations.begin(first, Procedure.SECONDARY_ADMISSION, TODAY, TODAY);

        assertThatCode(() -> fill(third)).doesNotThrowAnyException();
    }

    @Test
    void who_has_a_sheet_counts_for_nothing() {
        fill(registry.person());
        fill(registry.person());
        var applicant = registry.person();
        participations.begin(applicant, Procedure.SECONDARY_ADMISSION, TODAY, TODAY);

        assertThatCode(() -> fill(applicant)).doesNotThrowAnyException();
    }

    @Test
    void at_a_deadline_as_many_may_be_filled_and_not_filed_as_a_fifth_of_those_whose_sheets_came() {
        for (int n = 0; n < 15; n++) {
            var applicant = registry.person();
            fill(applicant);
            participations.begin(applicant, Procedure.SECONDARY_ADMISSION, TODAY, TODAY);
        }

        for (int n = 0; n < 3; n++) {
            fill(registry.person());
        }

        var next = registry.person();
        assertThatThrownBy(() -> fill(next))
                .isInstanceOfSatisfying(
                        FaultException.class, no -> assertThat(no.fault()).isEqualTo(Fault.ADMISSION_UNFILED));
    }

    private void fill(EducationId id) {
        fill.of(id, TestRegistry.BORN, TestAdmissions.OPEN, "unfiled-test", ANYBODY);
    }
}
