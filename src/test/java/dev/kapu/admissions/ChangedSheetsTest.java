package dev.kapu.admissions;

import static dev.kapu.admissions.TestAdmissions.CENTRE;
import static dev.kapu.admissions.TestAdmissions.OPEN;
import static dev.kapu.admissions.TestAdmissions.choice;
import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.registration.Review.Decision.Merge;
import dev.kapu.registry.registration.Reviews;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A modified sheet voids the old one; nothing is deleted; one person's sheets stay linked (K4). */
@HubTest
class ChangedSheetsTest extends SheetTest {
    @Autowired
    private Reviews reviews;

    private InstitutionCode lyceum;
    private Sheet first;

    @BeforeEach
    void aSheet() {
        lyceum = country.secondary();
        first = submit(pupil, OPEN, choice(1, gymnasium, "0101"), choice(2, lyceum, "0303"));
    }

    @Test
    void a_new_version_voids_the_old_one_which_stays_readable() {
        var second = change(first.number(), choice(1, lyceum, "0303"));

        var history = held.history(pupil, OPEN, CENTRE).sheets();
        assertThat(history).extracting(Sheet::number).containsExactly(first.number(), second.number());
        assertThat(history.get(0).voidedBy()).isEqualTo(second.number());
        assertThat(history.get(0).choices()).isEqualTo(first.choices());
        assertThat(history.get(1).voids()).containsExactly(first.number());
        assertThat(history.get(1).version()).isEqualTo(2);
        assertThat(held.valid(pupil, CENTRE).sheets()).extracting(Sheet::number).containsExactly(second.number());
    }

    @Test
    void a_new_study_area_is_taken_in_a_school_that_was_listed() {
        var second = change(first.number(), choice(1, gymnasium, "0909"), choice(2, gymnasium, "0101"));

        assertThat(second.choices()).contains(choice(1, gymnasium, "0909"));
        assertThat(change(second.number(), choice(1, lyceum, "0707")).choices())
                .as("the first version counts, even if the second left the school out")
                .containsExactly(choice(1, lyceum, "0707"));
    }

    @Test
    void a_school_that_was_not_listed_is_refused() {
        var other = country.secondary();

        assertRefused(
                Fault.SCHOOL_NOT_LISTED,
                () -> change(first.number(), choice(1, gymnasium, "0101"), choice(2, other, "0101")));
        assertThat(held.valid(pupil, CENTRE).sheets()).extracting(Sheet::number).containsExactly(first.number());
    }

    @Test
    void of_two_changes_at_the_same_moment_one_wins_and_the_other_is_told() throws Exception {
        var outcomes = Race.of(
                () -> change(first.number(), choice(1, gymnasium, "0101")),
                () -> change(first.number(), choice(1, lyceum, "0303")));

        assertThat(outcomes).containsExactlyInAnyOrder("done", Fault.SHEET_VOID);
        assertThat(held.history(pupil, OPEN, CENTRE).sheets()).hasSize(2);
    }

    @Test
    void a_void_version_cannot_be_changed_again() {
        change(first.number(), choice(1, gymnasium, "0101"));

        assertRefused(Fault.SHEET_VOID, () -> change(first.number(), choice(1, lyceum, "0303")));
    }

    @Test
    void another_ones_sheet_is_no_sheet_of_this_person() {
        var classmate = country.pupilOf(school);
        submit(classmate, OPEN, choice(1, gymnasium, "0101"));

        assertRefused(Fault.SHEET_NOT_FOUND, () -> change(classmate, first.number(), choice(1, gymnasium, "0101")));
    }

    @Test
    void outside_the_days_of_changes_nothing_changes() {
        var sheet = submit(pupil, TestAdmissions.FIXED, choice(1, gymnasium, "0101"));

        assertRefused(Fault.ADMISSION_CLOSED, () -> change(sheet.number(), choice(1, gymnasium, "0202")));
    }

    @Test
    void the_centre_may_change_what_a_school_has_filed_and_the_school_still_sees_it() {
        var second = sheets.change(pupil, first.number(), List.of(choice(1, gymnasium, "0101")), "admissions", CENTRE);

        assertThat(held.history(pupil, OPEN, TestAdmissions.of(school)).sheets())
                .extracting(Sheet::number)
                .containsExactly(first.number(), second.number());
    }

    @Test
    void an_employer_and_a_school_on_the_sheet_do_not_read_it_ADR24() {
        var employer = country.primary();
        country.registry().affiliate(pupil, employer, AffiliationType.SECONDARY_EMPLOYMENT, START, null, 5);
        country.registry().affiliate(pupil, gymnasium, AffiliationType.STUDENT, START, null, 5);
        country.registry().affiliate(pupil, lyceum, AffiliationType.STUDENT, START, null, 5);

        assertRefused(Fault.SHEET_NOT_FOUND, () -> held.history(pupil, OPEN, TestAdmissions.of(employer)));
        assertRefused(Fault.SHEET_NOT_FOUND, () -> held.history(pupil, OPEN, TestAdmissions.of(gymnasium)));
        var other = country.secondary();
        country.registry().affiliate(pupil, other, AffiliationType.STUDENT, START, null, 5);
        assertThat(held.history(pupil, OPEN, TestAdmissions.of(other)).sheets()).hasSize(1);
    }

    @Test
    void sheets_of_one_person_are_linked_over_names_and_retired_ids_K4() {
        country.rename(pupil, "Szabó");
        var later = submit(pupil, TestAdmissions.FIXED, choice(1, lyceum, "0303"));
        var survivor = country.pupilOf(school);

        merge(pupil, survivor);

        for (var id : List.of(pupil, survivor)) {
            var linked = held.valid(id, CENTRE);
            assertThat(linked.educationId()).isEqualTo(survivor);
            assertThat(linked.sheets())
                    .extracting(Sheet::number, sheet -> sheet.name().family(), Sheet::filedUnder)
                    .containsExactly(
                            tuple(first.number(), "Nagy Lászlóné Kovács", pupil),
                            tuple(later.number(), "Szabó", pupil));
        }
    }

    @Test
    void of_two_valid_sheets_that_a_merger_left_a_change_voids_both() {
        var again = country.pupilOf(school);
        var other = submit(again, OPEN, choice(1, country.secondary(), "0404"));
        merge(again, pupil);

        var third = other.choices().get(0).place().school();
        var second = change(first.number(), choice(1, gymnasium, "0101"), choice(2, third, "0505"));

        assertThat(held.history(pupil, OPEN, CENTRE).sheets())
                .filteredOn(sheet -> second.number().equals(sheet.voidedBy()))
                .extracting(Sheet::number)
                .containsExactly(first.number(), other.number());
        assertThat(held.valid(pupil, CENTRE).sheets()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from admission_sheet",
                "delete from admission_choice",
                "update admission_choice set study_area = '9999'",
                "update admission_sheet set family_name = 'X'",
                "update admission_result set published_at = now()",
                "delete from admission_result",
            })
    void the_hub_itself_cannot_delete_or_rewrite(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update()).rootCause().hasMessageContaining("permission denied");
    }

    private void merge(EducationId retired, EducationId survivor) {
        reviews.decide(reviews.suspect(school, survivor, retired), new Merge(survivor, retired));
    }

    private Sheet change(String number, Choice... choices) {
        return change(pupil, number, choices);
    }
}
