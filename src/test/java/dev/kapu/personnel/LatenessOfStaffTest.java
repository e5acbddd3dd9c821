package dev.kapu.personnel;

import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.HOURLY_PAID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.registry.movement.Lateness;
import dev.kapu.registry.movement.Lateness.Item;
import dev.kapu.registry.movement.Lateness.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K13, E4: an institution sees its own lateness, and none of the personnel module's. */
@HubTest
class LatenessOfStaffTest {
    private static final LocalDate WINTER = TODAY.minusDays(300);
    private static final LocalDate SUMMER = TODAY.minusDays(100);

    @Autowired
    private StaffReports reports;

    @Autowired
    private Affiliations affiliations;

    @Autowired
    private Lateness lateness;

    @Autowired
    private JdbcClient jdbc;

    private InstitutionCode school;
    private EducationId teacher;
    private Messages says;

    @BeforeEach
    void aTeacher() {
        var registry = new TestRegistry(jdbc);
        school = registry.institution();
        teacher = registry.person();
        says = new Messages(teacher, BORN);
    }

    @Test
    void what_the_personnel_module_reports_late_is_no_report_of_the_institution() {
        reports.report(List.of(says.posting(1, WINTER, school, HOURLY_PAID, 4)));
        reports.report(List.of(says.title(2, WINTER.plusDays(9), school, HOURLY_PAID, "igazgató")));
        reports.report(List.of(says.end(3, SUMMER, school, HOURLY_PAID)));

        var seen = seen();

        assertThat(seen.reported()).isZero();
        assertThat(seen.late()).isZero();
        assertThat(seen.items()).isEmpty();
    }

    @Test
    void an_institution_that_ends_late_what_the_module_began_is_late_with_the_end_only() {
        reports.report(List.of(says.posting(1, WINTER, school, HOURLY_PAID, 4)));

        affiliations.end(teacher, school, HOURLY_PAID, SUMMER, HeldAffiliations.EVERYONE);

        assertThat(seen().reported()).isOne();
        assertThat(seen().items()).extracting(Item::kind).containsExactly(Kind.END);
    }

    @Test
    void an_institution_that_was_late_stays_so_when_the_module_follows() {
        affiliations.start(
                teacher,
                BORN,
                new NewAffiliation(
                        school, new SiteSerial("001"), HOURLY_PAID, WINTER, BigDecimal.valueOf(4), null, "tanár"),
                HeldAffiliations.EVERYONE);

        reports.report(List.of(says.posting(1, WINTER, school, HOURLY_PAID, 4)));
        reports.report(List.of(says.end(2, SUMMER, school, HOURLY_PAID)));

        assertThat(seen().reported()).isOne();
        assertThat(seen().items()).singleElement().satisfies(item -> {
            assertThat(item.kind()).isEqualTo(Kind.START);
            assertThat(item.daysLate()).isEqualTo(300 - 15);
        });
    }

    private Lateness.Reports seen() {
        return lateness.of(school, new Lateness.Period(TODAY.minusDays(1), TODAY), HeldAffiliations.EVERYONE);
    }
}
