package dev.kapu.personnel;

import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.HOURLY_PAID;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.affiliation.NewAffiliation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** E4, K11: institutions report employments, too. */
@HubTest
class BesideInstitutionsTest extends StaffTest {
    @Autowired
    DueMessages due;

    @BeforeEach
    void knownToTheModule() {
        report(says.posting(1, WINTER, other, HOURLY_PAID, 4));
    }

    @Test
    void a_main_employment_that_an_institution_reported_is_not_run_over_but_waited_for_K14() {
        registry.affiliate(teacher, school, MAIN_EMPLOYMENT, WINTER, null, 20);

        var kept = report(says.main(2, SUMMER, other));

        assertThat(kept.get(0).reason()).isEqualTo("Client.Affiliation.HeldElsewhere");
        affiliations.end(teacher, school, MAIN_EMPLOYMENT, SUMMER, HeldAffiliations.EVERYONE);
        await().untilAsserted(() -> assertThat(held())
                .extracting(Affiliation::institution, Affiliation::type, Affiliation::endDate)
                .containsExactlyInAnyOrder(
                        tuple(other, HOURLY_PAID, null),
                        tuple(school, MAIN_EMPLOYMENT, SUMMER),
                        tuple(other, MAIN_EMPLOYMENT, null)));
    }

    @Test
    void what_the_module_did_not_speak_of_stays_as_the_institution_reported_it() {
        affiliations.end(teacher, other, HOURLY_PAID, SUMMER, HeldAffiliations.EVERYONE);
        registry.affiliate(teacher, other, MAIN_EMPLOYMENT, WINTER, null, 20);

        report(says.posting(2, SUMMER, school, HOURLY_PAID, 2));

        assertThat(held())
                .extracting(Affiliation::institution, Affiliation::type, Affiliation::endDate)
                .containsExactlyInAnyOrder(
                        tuple(other, HOURLY_PAID, SUMMER),
                        tuple(other, MAIN_EMPLOYMENT, null),
                        tuple(school, HOURLY_PAID, null));
    }

    @Test
    void more_hours_than_a_week_has_are_parked() {
        registry.affiliate(teacher, school, MAIN_EMPLOYMENT, WINTER, null, 160);

        assertThat(report(says.posting(2, SUMMER, school, HOURLY_PAID, 20))
                        .get(0)
                        .reason())
                .isEqualTo("Client.Affiliation.HoursInvalid");
    }

    @Test
    void a_late_title_neither_opens_again_nor_deletes_what_an_institution_ended_E4() {
        report(says.main(2, WINTER, school));
        affiliations.end(teacher, school, MAIN_EMPLOYMENT, SUMMER, HeldAffiliations.EVERYONE);
        begin(teacher, other, SUMMER.plusDays(1));

        var kept = report(says.title(3, WINTER.plusDays(9), school, MAIN_EMPLOYMENT, "igazgató"));

        assertThat(kept.get(0).state()).isEqualTo(MessageState.APPLIED);
        assertThat(reports.of(teacher).kept()).extracting(KeptMessage::state).containsOnly(MessageState.APPLIED);
        assertThat(held())
                .extracting(Affiliation::institution, Affiliation::type, Affiliation::endDate, Affiliation::post)
                .containsExactlyInAnyOrder(
                        tuple(other, HOURLY_PAID, null, "tanár"),
                        tuple(school, MAIN_EMPLOYMENT, SUMMER, "igazgató"),
                        tuple(other, MAIN_EMPLOYMENT, null, null));
    }

    @Test
    void only_what_a_message_changes_is_written_over_what_an_institution_reported() {
        report(says.main(2, WINTER, school));
        jdbc.sql("update affiliation set site_serial = '002', weekly_hours = 10, end_date = ? where education_id = ?"
                        + " and type = 'main-employment'")
                .params(SUMMER, teacher.number())
                .update();

        report(says.title(3, WINTER.plusDays(9), school, MAIN_EMPLOYMENT, "igazgató"));

        assertThat(held())
                .filteredOn(one -> one.type() == MAIN_EMPLOYMENT)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.site().text()).isEqualTo("002");
                    assertThat(one.weeklyHours()).isEqualByComparingTo("10");
                    assertThat(one.endDate()).isEqualTo(SUMMER);
                    assertThat(one.post()).isEqualTo("igazgató");
                });
    }

    @Test
    void what_was_found_may_have_moved_on_and_the_messages_about_others_are_taken() {
        var found = registry.personAt(school, MAIN_EMPLOYMENT);
        var saysOfFound = new Messages(found, BORN);
        report(saysOfFound.title(1, WINTER, school, MAIN_EMPLOYMENT, "igazgató"));
        affiliations.end(found, school, MAIN_EMPLOYMENT, SUMMER, HeldAffiliations.EVERYONE);
        begin(found, other, SUMMER.plusDays(1));

        var kept = report(
                saysOfFound.title(2, SUMMER, school, MAIN_EMPLOYMENT, "tanár"),
                says.title(2, SUMMER, other, HOURLY_PAID, "igazgató"));

        assertThat(kept).extracting(KeptMessage::state).containsOnly(MessageState.APPLIED);
        assertThat(held(found))
                .extracting(Affiliation::institution, Affiliation::endDate)
                .containsExactly(tuple(school, SUMMER), tuple(other, null));
    }

    @Test
    void an_end_that_is_taken_back_beside_another_employment_is_held_back_until_there_is_room() {
        report(says.main(2, WINTER, school), says.end(3, SUMMER, school, MAIN_EMPLOYMENT));
        begin(teacher, other, SUMMER.plusDays(1));

        reports.withdraw(teacher, 3);
        report(says.title(4, WINTER.plusDays(9), school, MAIN_EMPLOYMENT, "igazgató"));

        assertThat(ends()).containsExactlyInAnyOrder(tuple(school, SUMMER), tuple(other, null));
        assertThat(held()).extracting(Affiliation::post).contains("igazgató");
        jdbc.sql("select withdraw_employment(?, ?, 'main-employment', ?)")
                .params(teacher.number(), other.text(), SUMMER.plusDays(1))
                .query(row -> {});
        due.tryAgain(TODAY);
        assertThat(ends()).containsExactly(tuple(school, null));
    }

    @Test
    void what_was_applied_stays_when_the_registry_learns_another_birth_date() {
        jdbc.sql("update person set birth_date = birth_date + 1 where education_id = ?")
                .param(teacher.number())
                .update();

        var kept = report(says.title(2, SUMMER, other, HOURLY_PAID, "igazgató"));

        assertThat(kept.get(0).reason()).isEqualTo("Client.Person.NotFound");
        assertThat(held()).hasSize(1);
    }

    private void begin(EducationId person, InstitutionCode at, LocalDate start) {
        affiliations.start(
                person,
                BORN,
                new NewAffiliation(at, new SiteSerial("001"), MAIN_EMPLOYMENT, start, BigDecimal.TEN, null, null),
                HeldAffiliations.EVERYONE);
    }

    private List<Tuple> ends() {
        return held().stream()
                .filter(one -> one.type() == MAIN_EMPLOYMENT)
                .map(one -> tuple(one.institution(), one.endDate()))
                .toList();
    }
}
