package dev.kapu.admissions;

import static dev.kapu.admissions.TestAdmissions.ANYBODY;
import static dev.kapu.admissions.TestAdmissions.CENTRE;
import static dev.kapu.admissions.TestAdmissions.OPEN;
import static dev.kapu.admissions.TestAdmissions.choice;
import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.BORN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kapu.HubTest;
import dev.kapu.admissions.AdmissionSheets.Filing;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.scope.Reach;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** First sheets: who may file them, when, and what may stand on them. */
@HubTest
class SubmittedSheetsTest extends SheetTest {
    @Autowired
    private SheetFill fill;

    @Autowired
    private Persons persons;

    @Test
    void a_school_files_for_its_pupil_whom_the_centre_reaches_from_then_on_K24() {
        assertThat(persons.find(pupil, CENTRE)).isEmpty();

        var sheet = submit(pupil, choice(2, gymnasium, "0202"), choice(1, gymnasium, "0101"));

        assertThat(sheet.number()).startsWith("2027-");
        assertThat(sheet.name()).isEqualTo(new PersonName("Nagy Lászlóné Kovács", "Anna"));
        assertThat(sheet.institution()).isEqualTo(school);
        assertThat(sheet.choices()).containsExactly(choice(1, gymnasium, "0101"), choice(2, gymnasium, "0202"));
        assertThat(persons.find(pupil, CENTRE)).isPresent();
        assertThat(held.history(pupil, OPEN, CENTRE).sheets()).containsExactly(sheet);
    }

    @Test
    void after_the_last_day_of_the_procedure_the_applicant_is_out_of_reach() {
        submit(pupil, choice(1, gymnasium, "0101"));

        country.dayAfter(pupil);

        assertRefused(Fault.PERSON_NOT_FOUND, () -> held.history(pupil, OPEN, CENTRE));
        assertRefused(Fault.PERSON_NOT_FOUND, () -> held.valid(pupil, CENTRE));
        assertThat(held.history(pupil, OPEN, TestAdmissions.of(school)).sheets())
                .as("the school still reads the sheet of its pupil")
                .hasSize(1);
    }

    @Test
    void unknown_persons_and_pupils_of_others_are_refused_alike() {
        var elsewhere = country.pupilOf(country.primary());

        for (var id : List.of(TestRegistry.freeId(), elsewhere)) {
            assertRefused(Fault.PERSON_NOT_FOUND, () -> submit(id, choice(1, gymnasium, "0101")));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DORMITORY", "APPRENTICESHIP", "MAIN_EMPLOYMENT"})
    void an_institution_files_only_for_those_it_teaches(AffiliationType type) {
        var other = country.registry().personAt(school, type);

        assertRefused(Fault.AFFILIATION_NOT_FOUND, () -> submit(other, choice(1, gymnasium, "0101")));
    }

    @Test
    void there_is_one_valid_sheet_for_a_person_and_procedure() {
        submit(pupil, choice(1, gymnasium, "0101"));

        assertRefused(Fault.SHEET_ALREADY_SUBMITTED, () -> submit(pupil, choice(1, gymnasium, "0202")));
        assertThat(file(pupil, null, TestAdmissions.FIXED, TestAdmissions.of(school))
                        .version())
                .as("in another procedure")
                .isEqualTo(1);
    }

    @Test
    void of_two_at_the_same_moment_one_wins() throws Exception {
        var outcomes = Race.of(
                () -> submit(pupil, choice(1, gymnasium, "0101")), () -> submit(pupil, choice(1, gymnasium, "0202")));

        assertThat(outcomes).containsExactlyInAnyOrder("done", Fault.SHEET_ALREADY_SUBMITTED);
        assertThat(held.history(pupil, OPEN, CENTRE).sheets()).hasSize(1);
    }

    @Test
    void who_applies_without_a_school_is_known_by_id_and_birth_date() {
        var alone = country.registry().person();

        assertRefused(Fault.INVALID, () -> file(alone, null, OPEN, ANYBODY));
        assertRefused(Fault.PERSON_NOT_FOUND, () -> file(alone, BORN.plusDays(1), OPEN, ANYBODY));
        assertRefused(Fault.PERSON_NOT_FOUND, () -> file(TestRegistry.freeId(), BORN, OPEN, ANYBODY));
        var sheet = file(alone, BORN, OPEN, ANYBODY);

        assertThat(sheet.institution()).isNull();
        assertThat(held.valid(alone, CENTRE).sheets()).containsExactly(sheet);
    }

    @Test
    void a_school_that_gives_a_birth_date_does_not_file_for_whoever_has_another() {
        var reach = TestAdmissions.of(school);

        assertRefused(Fault.PERSON_NOT_FOUND, () -> file(pupil, BORN.plusDays(1), OPEN, reach));
        assertThat(file(pupil, BORN, OPEN, reach).institution()).isEqualTo(school);
    }

    @Test
    void nobody_finds_out_a_birth_date_by_trying() {
        var alone = country.registry().person();
        IntStream.rangeClosed(1, 2)
                .forEach(day ->
                        assertRefused(Fault.PERSON_NOT_FOUND, () -> file(alone, BORN.plusDays(day), OPEN, ANYBODY)));
        assertRefused(Fault.PERSON_NOT_FOUND, () -> fill.of(alone, BORN.plusDays(3), OPEN, "admissions", ANYBODY));

        assertRefused(Fault.PERSON_MISSES, () -> file(alone, BORN, OPEN, ANYBODY));
        assertRefused(Fault.PERSON_MISSES, () -> fill.of(alone, BORN, OPEN, "admissions", ANYBODY));
    }

    @Test
    void a_school_neither_sees_nor_changes_what_its_pupil_has_filed_alone() {
        var sheet = file(pupil, BORN, OPEN, ANYBODY);
        var reach = TestAdmissions.of(school);

        assertRefused(Fault.SHEET_NOT_FOUND, () -> held.history(pupil, OPEN, reach));
        assertRefused(
                Fault.SHEET_NOT_FOUND,
                () -> sheets.change(
                        pupil, sheet.number(), List.of(choice(1, gymnasium, "0202")), "school-program", reach));
    }

    @Test
    void outside_its_days_a_procedure_takes_no_sheet_and_says_the_days() {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> file(pupil, null, TestAdmissions.OVER, TestAdmissions.of(school)))
                .satisfies(refused -> {
                    assertThat(refused.fault()).isEqualTo(Fault.ADMISSION_CLOSED);
                    assertThat(refused.where()).isEqualTo("2020-01-01 to 2020-03-01");
                });
        assertRefused(
                Fault.ADMISSION_PROCEDURE_UNKNOWN, () -> file(pupil, null, "never-2027", TestAdmissions.of(school)));
        assertThat(persons.find(pupil, CENTRE)).isEmpty();
    }

    @Test
    void choices_are_ranked_from_1_without_gaps_and_each_place_stands_once() {
        assertRefused(Fault.CHOICES_INVALID, () -> submit(pupil));
        assertRefused(Fault.CHOICES_INVALID, () -> submit(pupil, choice(2, gymnasium, "0101")));
        assertRefused(
                Fault.CHOICES_INVALID, () -> submit(pupil, choice(1, gymnasium, "0101"), choice(3, gymnasium, "0202")));
        assertRefused(
                Fault.CHOICES_INVALID, () -> submit(pupil, choice(1, gymnasium, "0101"), choice(1, gymnasium, "0202")));
        assertRefused(
                Fault.CHOICES_INVALID, () -> submit(pupil, choice(1, gymnasium, "0101"), choice(2, gymnasium, "0101")));
    }

    @Test
    void a_school_on_a_sheet_exists_is_secondary_and_open() {
        var closed = country.secondary();
        country.close(closed);

        assertRefused(
                Fault.INSTITUTION_NOT_FOUND, () -> submit(pupil, choice(1, new InstitutionCode("000000"), "0101")));
        assertRefused(Fault.SCHOOL_NOT_SECONDARY, () -> submit(pupil, choice(1, country.primary(), "0101")));
        assertRefused(Fault.INSTITUTION_CLOSED, () -> submit(pupil, choice(1, closed, "0101")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"101", "01011", "01A1", "", "٠١٠١"})
    void a_study_area_has_four_digits(String code) {
        assertRefused(Fault.INVALID, () -> new StudyArea(code));
    }

    private Sheet submit(EducationId id, Choice... choices) {
        return submit(id, OPEN, choices);
    }

    private Sheet file(EducationId id, @Nullable LocalDate born, String procedure, Reach reach) {
        return sheets.submit(
                new Filing(id, born, procedure, List.of(choice(1, gymnasium, "0101"))), "admissions", reach);
    }
}
