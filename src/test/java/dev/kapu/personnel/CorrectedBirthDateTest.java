package dev.kapu.personnel;

import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.amendment.Amendments;
import dev.kapu.registry.amendment.TestAmendment;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** E4, ADR 44: the registry corrects the birth date of somebody of whom the personnel module has spoken. */
@HubTest
class CorrectedBirthDateTest extends StaffTest {
    private static final LocalDate CORRECTED = BORN.minusDays(3);

    @Autowired
    private DueMessages due;

    @Autowired
    private Amendments amendments;

    @Autowired
    private Registrations registrations;

    /** Others list the oldest that are parked. */
    @AfterEach
    void nothingStaysOpen() {
        reports.of(teacher).kept().forEach(one -> reports.withdraw(teacher, one.number()));
    }

    @Test
    void what_waits_takes_effect_on_its_day() {
        report(says.main(1, WINTER, school), says.end(2, TODAY.plusDays(5), school, MAIN_EMPLOYMENT));

        corrects();
        assertThat(states()).containsExactly(MessageState.APPLIED, MessageState.WAITING);
        itsDayComes(2);

        assertThat(states()).containsOnly(MessageState.APPLIED);
        assertThat(held()).extracting(Affiliation::endDate).containsExactly(TODAY);
    }

    @Test
    void what_is_parked_for_another_reason_stays_the_persons() {
        report(says.main(1, WINTER, school), says.end(3, SUMMER, school, MAIN_EMPLOYMENT));

        corrects();
        report(corrected().title(2, SPRING, school, MAIN_EMPLOYMENT, "igazgató"));

        assertThat(states()).containsOnly(MessageState.APPLIED);
        assertThat(held()).extracting(Affiliation::endDate).containsExactly(SUMMER);
    }

    @Test
    void what_comes_later_with_the_earlier_date_is_parked_until_it_is_reported_with_the_right_one_K2() {
        report(says.main(1, WINTER, school));
        corrects();

        var later = report(says.end(2, SUMMER, school, MAIN_EMPLOYMENT));
        reports.withdraw(teacher, 2);
        var right = report(corrected().end(3, SUMMER, school, MAIN_EMPLOYMENT));

        assertThat(later)
                .extracting(KeptMessage::state, KeptMessage::reason)
                .containsExactly(tuple(MessageState.PARKED, "Client.Person.NotFound"));
        assertThat(right).extracting(KeptMessage::state).containsExactly(MessageState.APPLIED);
        assertThat(held()).extracting(Affiliation::endDate).containsExactly(SUMMER);
    }

    @Test
    void what_the_module_had_withdrawn_is_no_miss() {
        report(says.main(1, WINTER, school));
        for (int number : List.of(2, 3, 4)) {
            report(says.title(number, SPRING, school, MAIN_EMPLOYMENT, "igazgató"));
            reports.withdraw(teacher, number);
        }

        corrects();

        assertThat(report(corrected().end(5, SUMMER, school, MAIN_EMPLOYMENT)))
                .extracting(KeptMessage::state)
                .containsExactly(MessageState.APPLIED);
    }

    @Test
    void the_module_learns_that_who_it_is_has_changed_and_not_what() {
        var child = TestPeople.child();
        teacher = TestPeople.registered(registrations, child, school, DORMITORY);
        report(new Messages(teacher, child.birthDate()).main(2, TODAY, school));

        amendments.amend(
                TestAmendment.correction(teacher)
                        .birthDate(child.birthDate().minusDays(1))
                        .made(),
                new Reach(Scope.EVERYONE, null));

        await().untilAsserted(() -> assertThat(toldFields())
                .singleElement()
                .asString()
                .contains("eventId", "educationId", "changedOn", "occurredAt")
                .doesNotContain("changedField", "reason", "institutionCode"));
        assertThat(reports.of(teacher).kept())
                .extracting(KeptMessage::reason)
                .containsExactly("Client.Personnel.EarlierMissing");
    }

    private void corrects() {
        jdbc.sql("update person set birth_date = ? where education_id = ?")
                .params(CORRECTED, teacher.number())
                .update();
        reports.retry(teacher);
    }

    private void itsDayComes(int number) {
        jdbc.sql("update personnel_message set day = ? where education_id = ? and number = ?")
                .params(TODAY, teacher.number(), number)
                .update();
        due.tryAgain(TODAY);
    }

    private Messages corrected() {
        return new Messages(teacher, CORRECTED);
    }

    private List<MessageState> states() {
        return reports.of(teacher).kept().stream().map(KeptMessage::state).toList();
    }

    private List<String> toldFields() {
        return jdbc.sql("""
                select array_to_string(fields, ' ') from disclosure
                 where operation = 'events/personAmended' and partner = 'personnel-module' and outcome = 'ANSWERED'
                   and ? = any (persons)""").param(teacher.text()).query(String.class).list();
    }
}
