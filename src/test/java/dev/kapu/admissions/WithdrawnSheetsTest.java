package dev.kapu.admissions;

import static dev.kapu.admissions.TestAdmissions.CENTRE;
import static dev.kapu.admissions.TestAdmissions.OPEN;
import static dev.kapu.admissions.TestAdmissions.choice;
import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.BORN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.admissions.AdmissionSheets.Filing;
import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.registration.Review.Decision.Merge;
import dev.kapu.registry.registration.Reviews;
import dev.kapu.scope.Reach;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Who applies no more is out of reach (K24), and nothing is deleted. */
@HubTest
@RecordApplicationEvents
class WithdrawnSheetsTest extends SheetTest {
    @Autowired
    private AdmissionResults results;

    @Autowired
    private SheetWithdrawals withdrawals;

    @Autowired
    private Reviews reviews;

    @Autowired
    private ApplicationEvents events;

    private Sheet first;

    @BeforeEach
    void aSheet() {
        first = submit(pupil, OPEN, gymnasium);
    }

    @Test
    void who_withdraws_is_answered_as_an_unknown_person_and_the_school_still_reads_the_sheet() {
        withdraw(first, TestAdmissions.of(school));

        assertRefused(Fault.PERSON_NOT_FOUND, () -> held.valid(pupil, CENTRE));
        assertRefused(Fault.PERSON_NOT_FOUND, () -> withdraw(first, CENTRE));
        assertThat(held.applicantsOf(gymnasium, OPEN, null, TestAdmissions.of(gymnasium)))
                .isEmpty();
        assertThat(held.valid(pupil, TestAdmissions.of(school)).sheets()).isEmpty();
        assertThat(held.history(pupil, OPEN, TestAdmissions.of(school)).sheets())
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.withdrawal()).isNotNull());
    }

    @Test
    void a_sheet_in_another_procedure_keeps_the_applicant_in_reach() {
        var other = submit(pupil, TestAdmissions.FIXED, gymnasium);

        withdraw(first, CENTRE);

        assertThat(held.valid(pupil, CENTRE).sheets()).extracting(Sheet::number).containsExactly(other.number());
    }

    @Test
    void a_withdrawn_sheet_is_neither_changed_nor_withdrawn_again() {
        withdraw(first, TestAdmissions.of(school));

        assertRefused(Fault.SHEET_VOID, () -> withdraw(first, TestAdmissions.of(school)));
        assertRefused(Fault.SHEET_VOID, () -> change(pupil, first.number(), choice(1, gymnasium, "0202")));
    }

    @Test
    void who_applies_again_begins_anew_also_with_the_schools() {
        withdraw(first, TestAdmissions.of(school));
        var lyceum = country.secondary();

        var again = submit(pupil, OPEN, lyceum);

        assertThat(again.version()).isEqualTo(1);
        assertThat(held.valid(pupil, CENTRE).sheets()).hasSize(1);
        assertRefused(
                Fault.SCHOOL_NOT_LISTED,
                () -> sheets.change(
                        pupil, again.number(), List.of(choice(1, gymnasium, "0101")), "admissions", CENTRE));
    }

    @Test
    void once_the_result_is_published_nobody_withdraws() {
        results.publish(pupil, first.number(), null, "admissions", CENTRE);

        assertRefused(Fault.RESULT_PUBLISHED, () -> withdraw(first, TestAdmissions.of(school)));
        assertThat(held.valid(pupil, CENTRE).sheets()).hasSize(1);
    }

    @Test
    void a_school_withdraws_only_what_was_filed_through_an_institution() {
        var alone = country.pupilOf(school);
        var sheet = sheets.submit(
                new Filing(alone, BORN, OPEN, List.of(choice(1, gymnasium, "0101"))),
                "admissions",
                TestAdmissions.ANYBODY);

        assertRefused(
                Fault.SHEET_NOT_FOUND,
                () -> withdrawals.withdraw(alone, sheet.number(), "school-program", TestAdmissions.of(school)));
        assertRefused(
                Fault.PERSON_NOT_FOUND,
                () -> withdrawals.withdraw(
                        pupil, first.number(), "school-program", TestAdmissions.of(country.primary())));
    }

    @Test
    void of_two_valid_sheets_that_a_merger_left_both_are_withdrawn_and_told_K1() {
        var again = country.pupilOf(school);
        var other = submit(again, OPEN, gymnasium);
        reviews.decide(reviews.suspect(school, pupil, again), new Merge(pupil, again));

        withdraw(first, CENTRE);

        assertRefused(Fault.PERSON_NOT_FOUND, () -> held.valid(pupil, CENTRE));
        assertThat(events.stream(ApplicationSheetWithdrawn.class))
                .extracting(ApplicationSheetWithdrawn::sheet)
                .containsExactly(first.number(), other.number());
    }

    private void withdraw(Sheet sheet, Reach reach) {
        withdrawals.withdraw(pupil, sheet.number(), "school-program", reach);
    }

    private Sheet submit(EducationId id, String procedure, InstitutionCode to) {
        return submit(id, procedure, choice(1, to, "0101"));
    }
}
