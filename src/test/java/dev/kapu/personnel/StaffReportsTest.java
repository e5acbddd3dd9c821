package dev.kapu.personnel;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.HOURLY_PAID;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.history.Histories;
import dev.kapu.registry.history.HistoryEntry.Kind;
import dev.kapu.registry.movement.AffiliationCancelled;
import dev.kapu.registry.movement.AffiliationEnded;
import dev.kapu.registry.movement.AffiliationStarted;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** E4: staff affiliations follow the personnel module. */
@HubTest
@RecordApplicationEvents
class StaffReportsTest extends StaffTest {
    @Autowired
    DueMessages due;

    @Autowired
    Histories histories;

    @Autowired
    ApplicationEvents events;

    @Test
    void a_posting_begins_an_affiliation_for_which_the_institution_answers_E4_K8() {
        var kept = report(says.main(1, WINTER, school));

        assertThat(kept.get(0).state()).isEqualTo(MessageState.APPLIED);
        assertThat(held()).singleElement().satisfies(one -> {
            assertThat(one.institution()).isEqualTo(school);
            assertThat(one.startDate()).isEqualTo(WINTER);
            assertThat(one.post()).isEqualTo("tanár");
            assertThat(one.responsible()).isTrue();
        });
        assertThat(histories.of(teacher)).anyMatch(entry -> entry.kind() == Kind.AFFILIATION_STARTED);
        assertThat(events.stream(AffiliationStarted.class))
                .anyMatch(event -> event.subject().educationId().equals(teacher.text()));
    }

    @Test
    void assignments_titles_and_ends_change_it_and_the_last_state_stays_E4() {
        report(
                says.main(1, WINTER, school),
                says.assignment(2, SPRING, school, MAIN_EMPLOYMENT, "002", 20),
                says.title(3, SPRING, school, MAIN_EMPLOYMENT, "igazgató"),
                says.end(4, SUMMER, school, MAIN_EMPLOYMENT));

        assertThat(held()).singleElement().satisfies(one -> {
            assertThat(one.endDate()).isEqualTo(SUMMER);
            assertThat(one.site().text()).isEqualTo("002");
            assertThat(one.weeklyHours()).isEqualByComparingTo("20");
            assertThat(one.post()).isEqualTo("igazgató");
        });
        assertThat(registry.responsible(teacher)).isNull();
        assertThat(events.stream(AffiliationEnded.class))
                .anyMatch(event -> event.endDate().equals(SUMMER));
    }

    @Test
    void the_same_message_again_changes_nothing_and_another_under_its_number_is_refused() {
        report(says.main(1, WINTER, school));
        var before = histories.of(teacher).size();

        assertThat(report(says.main(1, WINTER, school)))
                .extracting(KeptMessage::state)
                .containsExactly(MessageState.APPLIED);
        assertThat(histories.of(teacher)).hasSize(before);
        assertRefused(
                Fault.PERSONNEL_NUMBER_REUSED,
                () -> report(says.end(2, SUMMER, school, MAIN_EMPLOYMENT), says.main(1, SPRING, school)));
        assertThat(reports.of(teacher).kept()).as("nothing is kept by halves").hasSize(1);
        assertThat(held()).singleElement().extracting(Affiliation::endDate).isNull();
    }

    @Test
    void what_comes_before_its_turn_waits_for_what_is_missing() {
        assertThat(reason(says.main(2, SUMMER, other))).isEqualTo("Client.Personnel.EarlierMissing");
        assertThat(held()).isEmpty();

        report(says.main(3, SPRING, school));
        assertThat(held()).isEmpty();
        reports.withdraw(teacher, 1);

        assertThat(held()).extracting(Affiliation::institution).containsExactly(other);
        assertThat(reasons()).containsExactly("Client.Personnel.TwoMainEmployments");
    }

    @Test
    void nobody_with_the_id_or_born_on_another_day_is_parked_alike_and_tried_again() {
        var unknown = new Messages(TestRegistry.freeId(), BORN);
        var mistaken = new Messages(teacher, BORN.plusDays(1));

        assertThat(reason(unknown.main(1, WINTER, school))).isEqualTo("Client.Person.NotFound");
        assertThat(reason(mistaken.main(1, WINTER, school))).isEqualTo("Client.Person.NotFound");
        assertThat(held()).isEmpty();

        registry.insert(unknown.person());
        due.tryAgain(TODAY);
        assertThat(affiliations.of(unknown.person(), HeldAffiliations.EVERYONE)).hasSize(1);
    }

    @Test
    void an_unknown_site_or_institution_is_parked_and_mended_by_the_modules_own_correction() {
        report(says.main(1, WINTER, school));
        assertThat(reason(says.assignment(2, SPRING, school, MAIN_EMPLOYMENT, "007", 20)))
                .isEqualTo("Client.Institution.SiteNotFound");
        assertThat(reason(says.posting(3, SPRING, new InstitutionCode("000000"), HOURLY_PAID, 4)))
                .isEqualTo("Client.Institution.NotFound");
        assertThat(reports.parked(500)).extracting(KeptMessage::educationId).contains(teacher);

        reports.withdraw(teacher, 2);
        reports.withdraw(teacher, 3);
        report(says.assignment(4, SPRING, school, MAIN_EMPLOYMENT, "002", 20));

        assertThat(reasons()).isEmpty();
        assertThat(held())
                .singleElement()
                .satisfies(one -> assertThat(one.site().text()).isEqualTo("002"));
    }

    @Test
    void two_main_employments_are_parked_until_the_end_of_the_first_comes() {
        report(says.main(1, WINTER, school));
        assertThat(reason(says.main(2, SUMMER, other))).isEqualTo("Client.Personnel.TwoMainEmployments");
        assertThat(registry.responsible(teacher)).isEqualTo(school.text());

        report(says.end(3, SPRING, school, MAIN_EMPLOYMENT));

        assertThat(reasons()).isEmpty();
        assertThat(held()).extracting(Affiliation::institution).containsExactly(school, other);
        assertThat(registry.responsible(teacher)).isEqualTo(other.text());
    }

    @Test
    void a_withdrawn_end_lets_the_employment_go_on_and_a_withdrawn_posting_was_never_there() {
        report(says.main(1, WINTER, school), says.end(2, SUMMER, school, MAIN_EMPLOYMENT));

        reports.withdraw(teacher, 2);
        assertThat(held()).singleElement().extracting(Affiliation::endDate).isNull();
        assertThat(registry.responsible(teacher)).isEqualTo(school.text());

        reports.withdraw(teacher, 1);
        assertThat(held()).isEmpty();
        assertThat(registry.responsible(teacher)).isNull();
        assertThat(histories.of(teacher)).anyMatch(entry -> entry.kind() == Kind.AFFILIATION_CANCELLED);
        assertThat(events.stream(AffiliationCancelled.class)).isNotEmpty();
    }

    @Test
    void what_the_registry_held_before_is_where_the_module_goes_on() {
        registry.affiliate(teacher, school, MAIN_EMPLOYMENT, TestRegistry.START, null, 20);
        registry.affiliate(teacher, other, HOURLY_PAID, TestRegistry.START, null, 4);

        report(says.end(1, SPRING, school, MAIN_EMPLOYMENT));

        assertThat(held())
                .extracting(Affiliation::institution, Affiliation::endDate)
                .containsExactlyInAnyOrder(tuple(school, SPRING), tuple(other, null));
    }

    @Test
    void what_holds_from_a_later_day_waits_for_it() {
        report(says.main(1, WINTER, school));

        assertThat(report(says.end(2, TODAY.plusDays(1), school, MAIN_EMPLOYMENT)))
                .extracting(KeptMessage::state)
                .containsExactly(MessageState.WAITING);
        assertThat(held()).singleElement().extracting(Affiliation::endDate).isNull();

        jdbc.sql("update personnel_message set day = ? where education_id = ? and number = 2")
                .params(TODAY, teacher.number())
                .update();
        due.tryAgain(TODAY);
        assertThat(held()).singleElement().extracting(Affiliation::endDate).isEqualTo(TODAY);
    }

    @Test
    void an_unknown_site_is_told_before_its_day() {
        report(says.main(1, WINTER, school));

        assertThat(reason(says.assignment(2, TODAY.plusDays(9), school, MAIN_EMPLOYMENT, "007", 20)))
                .isEqualTo("Client.Institution.SiteNotFound");
    }

    @Test
    void messages_about_an_id_that_a_merger_retired_are_about_the_person_K1() {
        var retired = registry.person();
        var earlier = new Messages(retired, BORN);
        report(earlier.main(1, WINTER, school));
        registry.merge(retired, teacher);

        report(earlier.end(2, SPRING, school, MAIN_EMPLOYMENT), says.main(1, SUMMER, other));

        assertThat(held())
                .extracting(Affiliation::institution, Affiliation::endDate)
                .containsExactly(tuple(school, SPRING), tuple(other, null));
        assertThat(reports.of(retired).kept()).hasSize(3);
        assertThat(reports.of(retired).person()).isEqualTo(teacher);
    }

    @Test
    void an_affiliation_as_a_student_is_none_of_the_modules_business() {
        var pupil = registry.personAt(school, COMPULSORY_STUDENT);

        report(new Messages(pupil, BORN).posting(1, WINTER, other, HOURLY_PAID, 4));
        reports.withdraw(pupil, 1);

        assertThat(held(pupil))
                .singleElement()
                .satisfies(one -> assertThat(one.endDate()).isNull());
    }

    @Test
    void of_many_who_report_the_same_at_once_one_wins_and_all_get_the_same_answer() {
        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> report(says.main(1, WINTER, school), says.posting(2, SPRING, other, HOURLY_PAID, 4)))
                .map(kept -> kept.get(1).state())
                .toList();

        assertThat(answers).hasSize(8).containsOnly(MessageState.APPLIED);
        assertThat(held()).hasSize(2);
    }

    private String reason(StaffMessage said) {
        return String.valueOf(report(said).get(0).reason());
    }

    private List<String> reasons() {
        return reports.of(teacher).kept().stream()
                .filter(one -> one.state() == MessageState.PARKED)
                .map(one -> String.valueOf(one.reason()))
                .toList();
    }
}
