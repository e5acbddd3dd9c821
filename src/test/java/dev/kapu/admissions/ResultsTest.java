package dev.kapu.admissions;

import static dev.kapu.admissions.TestAdmissions.CENTRE;
import static dev.kapu.admissions.TestAdmissions.OPEN;
import static dev.kapu.admissions.TestAdmissions.choice;
import static dev.kapu.fault.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Results of the valid sheet, and who hears of them. */
@HubTest
class ResultsTest extends SheetTest {
    @Autowired
    private AdmissionResults results;

    private Sheet sheet;

    @BeforeEach
    void aSheet() {
        sheet = submit(OPEN);
    }

    @Test
    void a_result_is_published_once_and_then_nothing_changes() {
        var place = choice(1, gymnasium, "0101").place();

        publish(sheet, place);

        assertThat(held.valid(pupil, CENTRE).sheets())
                .extracting(Sheet::result)
                .singleElement()
                .satisfies(result -> assertThat(result.admittedTo()).isEqualTo(place));
        assertRefused(Fault.RESULT_PUBLISHED, () -> publish(sheet, null));
        assertRefused(Fault.RESULT_PUBLISHED, () -> change(sheet));
    }

    @Test
    void nobody_is_admitted_where_they_have_not_applied() {
        assertRefused(
                Fault.PLACE_NOT_CHOSEN,
                () -> publish(sheet, choice(1, gymnasium, "0202").place()));
        assertRefused(
                Fault.PLACE_NOT_CHOSEN,
                () -> publish(sheet, choice(1, country.secondary(), "0101").place()));
    }

    @Test
    void a_void_version_has_no_result() {
        var second = change(sheet);

        assertRefused(Fault.SHEET_VOID, () -> publish(sheet, null));
        assertThat(publish(second, null).result()).isNotNull();
    }

    @Test
    void outside_their_days_and_for_whom_the_centre_cannot_reach_there_is_none() {
        var fixed = submit(TestAdmissions.FIXED);
        assertRefused(Fault.ADMISSION_CLOSED, () -> publish(fixed, null));

        country.dayAfter(pupil);

        assertRefused(Fault.PERSON_NOT_FOUND, () -> publish(sheet, null));
    }

    @Test
    void only_the_answering_institution_and_the_school_that_admits_hear_of_it() {
        var subject = new Subject(pupil.text(), Set.of("000001", "000002"), "000001");
        var place = choice(1, gymnasium, "0101").place();

        assertThat(result(subject, place).institutions()).containsExactly(gymnasium.text(), "000001");
        assertThat(result(subject, null).institutions()).containsExactly("000001");
        assertThat(result(new Subject(pupil.text(), Set.of("000002"), null), null)
                        .institutions())
                .isEmpty();
    }

    private static AdmissionResult result(Subject subject, @Nullable StudyPlace place) {
        return new AdmissionResult(UUID.randomUUID(), Instant.EPOCH, subject, OPEN, "2027-00000000", 1, place, null);
    }

    private Sheet submit(String procedure) {
        return submit(pupil, procedure, choice(1, gymnasium, "0101"), choice(2, country.secondary(), "0303"));
    }

    private Sheet change(Sheet before) {
        return change(pupil, before.number(), choice(1, gymnasium, "0202"));
    }

    private Sheet publish(Sheet of, @Nullable StudyPlace place) {
        return results.publish(pupil, of.number(), place, "admissions", CENTRE).sheet();
    }
}
