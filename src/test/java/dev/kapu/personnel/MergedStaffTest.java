package dev.kapu.personnel;

import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.affiliation.AffiliationType.HOURLY_PAID;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kapu.HubTest;
import dev.kapu.registry.affiliation.Affiliation;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** K1, E4: two persons of whom one is known to the personnel module, or both, turn out to be one. */
@HubTest
class MergedStaffTest extends StaffTest {
    @BeforeEach
    void knownToTheModule() {
        report(says.main(1, WINTER, other));
    }

    @Test
    void an_employment_of_somebody_whom_the_module_never_named_ends_when_it_says_so() {
        var unnamed = registry.personAt(school, HOURLY_PAID);
        registry.merge(unnamed, teacher);

        var kept = report(says.end(2, SUMMER, school, HOURLY_PAID));

        assertThat(kept.get(0).state()).isEqualTo(MessageState.APPLIED);
        assertThat(ends()).containsExactlyInAnyOrder(tuple(school, SUMMER), tuple(other, null));
    }

    @Test
    void employments_that_contradict_since_are_not_taken_back() {
        var twin = registry.person();
        var saysOfTwin = new Messages(twin, BORN);
        report(saysOfTwin.main(1, SUMMER, school));
        registry.merge(twin, teacher);

        report(says.title(2, WINTER.plusDays(9), other, MAIN_EMPLOYMENT, "igazgató"));

        assertThat(ends()).containsExactlyInAnyOrder(tuple(school, null), tuple(other, null));
        report(says.end(3, SUMMER, other, MAIN_EMPLOYMENT));
        assertThat(ends()).containsExactlyInAnyOrder(tuple(school, null), tuple(other, SUMMER));
        assertThat(reports.of(teacher).kept()).extracting(KeptMessage::state).containsOnly(MessageState.APPLIED);
    }

    private List<Tuple> ends() {
        return held().stream()
                .map((Affiliation one) -> tuple(one.institution(), one.endDate()))
                .toList();
    }
}
