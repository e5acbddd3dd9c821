package dev.kapu.personnel;

import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.HOURLY_PAID;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.movement.Affiliations;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K1, E4: two persons of whom one is known to the personnel module, or both, turn out to be one. */
@HubTest
class MergedStaffTest {
    private static final LocalDate WINTER = TODAY.minusDays(300);
    private static final LocalDate SUMMER = TODAY.minusDays(100);

    @Autowired
    StaffReports reports;

    @Autowired
    Affiliations affiliations;

    @Autowired
    JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private InstitutionCode other;
    private EducationId teacher;
    private Messages says;

    @BeforeEach
    void knownToTheModule() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        other = registry.institution();
        teacher = registry.person();
        says = new Messages(teacher, BORN);
        reports.report(List.of(says.main(1, WINTER, other)));
    }

    @Test
    void an_employment_of_somebody_whom_the_module_never_named_ends_when_it_says_so() {
        var unnamed = registry.personAt(school, HOURLY_PAID);
        merge(unnamed, teacher);

        var kept = reports.report(List.of(says.end(2, SUMMER, school, HOURLY_PAID)));

        assertThat(kept.get(0).state()).isEqualTo(MessageState.APPLIED);
        assertThat(held()).containsExactlyInAnyOrder(tuple(school, SUMMER), tuple(other, null));
    }

    @Test
    void employments_that_contradict_since_are_not_taken_back() {
        var twin = registry.person();
        var saysOfTwin = new Messages(twin, BORN);
        reports.report(List.of(saysOfTwin.main(1, SUMMER, school)));
        merge(twin, teacher);

        reports.report(List.of(says.title(2, WINTER.plusDays(9), other, MAIN_EMPLOYMENT, "igazgató")));

        assertThat(held()).containsExactlyInAnyOrder(tuple(school, null), tuple(other, null));
        reports.report(List.of(says.end(3, SUMMER, other, MAIN_EMPLOYMENT)));
        assertThat(held()).containsExactlyInAnyOrder(tuple(school, null), tuple(other, SUMMER));
        assertThat(reports.of(teacher).kept()).extracting(KeptMessage::state).containsOnly(MessageState.APPLIED);
    }

    private void merge(EducationId retired, EducationId kept) {
        jdbc.sql("select merge_person(?, ?)")
                .params(retired.number(), kept.number())
                .query(row -> {});
    }

    private List<Tuple> held() {
        return affiliations.of(teacher, HeldAffiliations.EVERYONE).stream()
                .map((Affiliation one) -> tuple(one.institution(), one.endDate()))
                .toList();
    }
}
