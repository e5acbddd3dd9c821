package dev.kapu.admissions;

import static dev.kapu.admissions.TestAdmissions.ANYBODY;
import static dev.kapu.admissions.TestAdmissions.CENTRE;
import static dev.kapu.admissions.TestAdmissions.OPEN;
import static dev.kapu.admissions.TestAdmissions.OVER;
import static dev.kapu.admissions.TestAdmissions.choice;
import static dev.kapu.fault.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A published result is put right by a decision; nothing is overwritten, and who was told wrongly is told (ADR 44). */
@HubTest
@RecordApplicationEvents
class CorrectedResultsTest extends SheetTest {
    private static final Result.Decision APPEAL = new Result.Decision("FK-118/2027", "appeal granted");

    @Autowired
    private AdmissionResults results;

    @Autowired
    private ResultCorrections corrections;

    @Autowired
    private AdmissionSheetStore store;

    @Autowired
    private AdmissionResultStore published;

    @Autowired
    private ApplicationEvents events;

    private InstitutionCode lyceum;
    private StudyPlace first;
    private StudyPlace second;
    private Sheet sheet;

    @BeforeEach
    void aSheet() {
        lyceum = country.secondary();
        first = choice(1, gymnasium, "0101").place();
        second = choice(2, lyceum, "0303").place();
        sheet = submit(pupil, OPEN, choice(1, gymnasium, "0101"), choice(2, lyceum, "0303"), choice(3, lyceum, "0404"));
    }

    @Test
    void the_right_result_holds_and_what_was_published_before_stays_with_the_decision() {
        publish(second);

        var corrected = correct(first);

        assertThat(corrected.result()).isNotNull().satisfies(result -> {
            assertThat(result.admittedTo()).isEqualTo(first);
            assertThat(result.decision()).isEqualTo(APPEAL);
        });
        assertThat(held.valid(pupil, CENTRE).sheets())
                .singleElement()
                .satisfies(found -> assertThat(found.results())
                        .extracting(Result::version, Result::admittedTo, Result::decision)
                        .containsExactly(tuple(1, second, null), tuple(2, first, APPEAL)));
    }

    @Test
    void the_new_school_and_the_answering_one_hear_who_admits_and_the_school_told_before_only_that_it_does_not() {
        publish(second);

        correct(first);

        assertThat(told(2))
                .extracting(AdmissionResult::institutions, AdmissionResult::admittedTo)
                .containsExactly(
                        tuple(List.of(gymnasium.text(), school.text()), first), tuple(List.of(lyceum.text()), null));
        assertThat(told(2).get(1).subject().affiliatedWith()).containsExactly(lyceum.text());
    }

    @Test
    void who_is_admitted_nowhere_any_more_is_told_to_the_school_that_was_told_before() {
        publish(second);

        correct(null);

        assertThat(told(2))
                .extracting(AdmissionResult::institutions, AdmissionResult::noLongerAdmittedBy)
                .containsExactly(tuple(List.of(school.text()), null), tuple(List.of(lyceum.text()), lyceum));
    }

    @Test
    void another_study_area_of_the_same_school_is_one_event_for_it() {
        publish(second);

        correct(choice(3, lyceum, "0404").place());

        assertThat(told(2))
                .extracting(AdmissionResult::institutions)
                .containsExactly(List.of(lyceum.text(), school.text()));
    }

    @Test
    void a_result_may_be_corrected_again_and_only_the_school_told_last_is_told() {
        publish(null);
        correct(second);
        correct(first);

        assertThat(told(2)).hasSize(1);
        assertThat(told(3))
                .extracting(AdmissionResult::institutions)
                .containsExactly(List.of(gymnasium.text(), school.text()), List.of(lyceum.text()));
    }

    @Test
    void what_was_never_published_or_would_not_change_is_refused() {
        assertRefused(Fault.RESULT_NOT_PUBLISHED, () -> correct(first));

        publish(second);

        assertRefused(Fault.INVALID, () -> correct(second));
        assertRefused(
                Fault.PLACE_NOT_CHOSEN,
                () -> correct(choice(1, gymnasium, "0202").place()));
        assertRefused(Fault.RESULT_PUBLISHED, () -> publish(first));
        assertThat(told(2)).isEmpty();
    }

    @Test
    void
            an_appeal_that_is_decided_after_the_last_day_of_the_procedure_corrects_the_result_and_opens_nothing_else_K24() {
        publish(second);
        country.dayAfter(pupil);

        var corrected = correct(first);

        assertThat(corrected.result())
                .isNotNull()
                .satisfies(result -> assertThat(result.admittedTo()).isEqualTo(first));
        assertThat(told(2))
                .extracting(AdmissionResult::institutions)
                .containsExactly(List.of(gymnasium.text(), school.text()), List.of(lyceum.text()));
        assertRefused(Fault.PERSON_NOT_FOUND, () -> held.valid(pupil, CENTRE));
    }

    @Test
    void after_the_last_day_who_has_not_this_sheet_is_answered_as_an_unknown_person() {
        publish(second);
        country.dayAfter(pupil);
        var other = country.pupilOf(school);

        for (var asked : List.of(other, TestRegistry.freeId())) {
            assertRefused(Fault.PERSON_NOT_FOUND, () -> correct(asked, sheet.number(), first));
        }
        assertRefused(Fault.PERSON_NOT_FOUND, () -> correct(pupil, "2027-99999999", first));
    }

    @Test
    void when_the_months_after_the_procedure_are_over_too_the_days_are_named() {
        var old = heldIn(OVER);
        published.insert(old.number(), new Result(1, second, old.submittedAt(), null), "admissions");

        assertThatThrownBy(() -> correct(pupil, old.number(), first))
                .isInstanceOfSatisfying(FaultException.class, refused -> {
                    assertThat(refused.fault()).isEqualTo(Fault.ADMISSION_CLOSED);
                    assertThat(refused.where()).isEqualTo("2020-01-01 to 2020-09-01");
                });
    }

    @Test
    void the_sheet_of_a_retired_id_leads_to_the_person_K1() {
        publish(second);
        country.dayAfter(pupil);
        var survivor = country.pupilOf(school);
        country.registry().merge(pupil, survivor);

        assertThat(correct(survivor, sheet.number(), first).results()).hasSize(2);
    }

    /** The same sheet, as it was filed in an earlier procedure. */
    private Sheet heldIn(String procedure) {
        var old = new Sheet(
                store.nextNumber(2020),
                procedure,
                pupil,
                1,
                sheet.name(),
                sheet.institution(),
                sheet.submittedBy(),
                sheet.submittedAt(),
                sheet.choices(),
                List.of(),
                null,
                null,
                List.of());
        store.replace(List.of(), old);
        return old;
    }

    private List<AdmissionResult> told(int version) {
        return events.stream(AdmissionResult.class)
                .filter(told -> told.version() == version && told.sheet().equals(sheet.number()))
                .toList();
    }

    private void publish(@Nullable StudyPlace place) {
        results.publish(pupil, sheet.number(), place, "admissions", CENTRE);
    }

    private Sheet correct(@Nullable StudyPlace place) {
        return correct(pupil, sheet.number(), place);
    }

    private Sheet correct(EducationId asked, String number, @Nullable StudyPlace place) {
        return corrections
                .correct(asked, number, place, APPEAL, "admissions", ANYBODY)
                .sheet();
    }
}
