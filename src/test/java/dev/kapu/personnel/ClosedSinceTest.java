package dev.kapu.personnel;

import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.HOURLY_PAID;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kapu.HubTest;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.master.InstitutionAmendment;
import dev.kapu.registry.movement.AffiliationCancelled;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** E4, K13: what comes late about a place that has closed since is judged by the days that it is about. */
@HubTest
@RecordApplicationEvents
class ClosedSinceTest extends StaffTest {
    private static final LocalDate CLOSED = SUMMER.plusDays(1);

    @Autowired
    ApplicationEvents events;

    @Test
    void an_employment_before_the_closing_is_held_as_if_it_had_been_reported_in_time() {
        closes(school, CLOSED);

        var kept = report(
                says.main(1, WINTER, school),
                says.assignment(2, SPRING, school, MAIN_EMPLOYMENT, "002", 20),
                says.title(3, SPRING, school, MAIN_EMPLOYMENT, "igazgató"),
                says.end(4, SUMMER, school, MAIN_EMPLOYMENT));

        assertThat(kept).extracting(KeptMessage::state).containsOnly(MessageState.APPLIED);
        assertThat(held())
                .extracting(Affiliation::startDate, Affiliation::endDate, Affiliation::post)
                .containsExactly(tuple(WINTER, SUMMER, "igazgató"));
    }

    @Test
    void a_first_day_is_corrected_after_the_closing_and_the_years_are_not_lost() {
        report(says.main(1, WINTER, school), says.end(2, SUMMER, school, MAIN_EMPLOYMENT));
        closes(school, CLOSED);

        reports.withdraw(teacher, 1);
        report(says.main(3, WINTER.plusDays(1), school));

        assertThat(held())
                .extracting(Affiliation::startDate, Affiliation::endDate)
                .containsExactly(tuple(WINTER.plusDays(1), SUMMER));
        assertThat(events.stream(AffiliationCancelled.class)
                        .filter(event -> event.subject().educationId().equals(teacher.text())))
                .as("only the wrong one")
                .extracting(AffiliationCancelled::startDate)
                .containsExactly(WINTER);
    }

    @Test
    void what_begins_on_the_day_of_the_closing_or_later_is_parked_with_its_end() {
        closes(school, CLOSED);

        var kept = report(says.main(1, CLOSED, school), says.end(2, TODAY, school, MAIN_EMPLOYMENT));

        assertThat(kept)
                .extracting(KeptMessage::reason)
                .containsExactly("Client.Institution.Closed", "Client.Personnel.NoEmployment");
        assertThat(held()).isEmpty();
    }

    @Test
    void a_site_takes_who_came_before_it_closed_and_nobody_afterwards() {
        closes(school, "002", CLOSED);

        var kept = report(
                says.main(1, WINTER, school),
                says.assignment(2, CLOSED, school, MAIN_EMPLOYMENT, "002", 20),
                says.posting(3, WINTER, school, HOURLY_PAID, 4),
                says.assignment(4, SUMMER, school, HOURLY_PAID, "002", 4));

        assertThat(kept)
                .extracting(KeptMessage::reason)
                .containsExactly(null, "Client.Institution.SiteNotFound", null, null);
        assertThat(held())
                .extracting(Affiliation::type, one -> one.site().text())
                .containsExactlyInAnyOrder(tuple(MAIN_EMPLOYMENT, "001"), tuple(HOURLY_PAID, "002"));
    }

    @Test
    void a_withdrawn_assignment_leads_back_to_a_site_that_has_closed_since() {
        report(says.main(1, WINTER, school), says.assignment(2, SPRING, school, MAIN_EMPLOYMENT, "002", 20));
        closes(school, "001", CLOSED);

        reports.withdraw(teacher, 2);

        assertThat(held()).extracting(one -> one.site().text()).containsExactly("001");
    }

    @Test
    void what_was_applied_stays_when_the_master_learns_of_an_earlier_closing() {
        report(says.main(1, SUMMER, school));
        closes(school, WINTER);

        report(says.title(2, SUMMER, school, MAIN_EMPLOYMENT, "igazgató"));

        assertThat(held()).extracting(Affiliation::post).containsExactly("igazgató");
    }

    @Test
    void a_closing_that_was_taken_back_was_none() {
        closes(school, WINTER);
        master.amend(
                new InstitutionAmendment(school, TODAY, null, null, null, null, true, List.of()), "registry-office");

        assertThat(report(says.main(1, SPRING, school)))
                .extracting(KeptMessage::state)
                .containsExactly(MessageState.APPLIED);
    }

    @Test
    void between_two_closings_it_was_open() {
        closes(school, WINTER);
        master.amend(
                new InstitutionAmendment(school, SPRING, null, null, null, null, true, List.of()), "registry-office");
        closes(school, CLOSED);

        assertThat(report(
                        says.posting(1, WINTER, school, HOURLY_PAID, 4),
                        says.main(2, SPRING, school),
                        says.posting(3, WINTER.minusDays(1), school, HOURLY_PAID, 4)))
                .extracting(KeptMessage::reason)
                .containsExactly("Client.Institution.Closed", null, null);
    }
}
