package dev.kapu.portal;

import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.Finding;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.movement.MovementReport;
import dev.kapu.submission.Entry;
import dev.kapu.submission.Outcome;
import dev.kapu.submission.Purpose;
import dev.kapu.submission.SentForms;
import dev.kapu.submission.Submission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K15: whoever starts somebody who comes back by a form is told what to do about the data, and by when. */
@HubTest
class ReturnedByFormTest {
    @Autowired
    private ApplicationContext hub;

    @Autowired
    private JdbcClient jdbc;

    private School school;
    private SentForms forms;

    @BeforeEach
    void a_school_is_signed_in() {
        school = new School(hub);
        forms = new SentForms(hub, school.code);
    }

    @Test
    void within_five_years_the_data_are_to_be_checked() {
        var left = TODAY.minusYears(4);
        var form = started(left);

        assertThat(outcome(form)).containsExactly(new Finding(left.toString(), Fault.RETURNED));
        assertThat(page(form)).contains(left.toString(), "This is a warning. Check the data");
    }

    @Test
    void later_they_are_to_be_amended_by_a_day() {
        var form = started(TODAY.minusYears(5).minusDays(1));

        var by = TODAY.plusDays(15);
        assertThat(outcome(form)).containsExactly(new Finding(by.toString(), Fault.RETURNED_LATE));
        assertThat(page(form)).contains(by.toString(), "the data must be amended by the day named");
    }

    @Test
    void of_somebody_who_was_never_away_nothing_is_said() {
        assertThat(outcome(started(null))).isEmpty();
    }

    /** @param left null if the person is at another institution still */
    private Submission started(@Nullable LocalDate left) {
        var registry = new TestRegistry(jdbc);
        var id = registry.person();
        registry.affiliate(
                id, registry.institution(), AffiliationType.COMPULSORY_STUDENT, TODAY.minusYears(8), left, 20);
        var begin = new NewAffiliation(
                school.code,
                new SiteSerial("001"),
                AffiliationType.DORMITORY,
                TODAY,
                BigDecimal.valueOf(14),
                null,
                null);
        return forms.accepted(
                Purpose.AFFILIATION, new Entry.Movement(null, new MovementReport.Start(id, TestRegistry.BORN, begin)));
    }

    private List<Finding> outcome(Submission submission) {
        var entry = forms.only(submission);
        assertThat(entry.outcome()).isEqualTo(Outcome.RECORDED);
        return entry.findings();
    }

    private String page(Submission submission) {
        return school.get("/institution/submissions/" + submission.number());
    }
}
