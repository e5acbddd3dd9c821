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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** E4, K11: institutions report employments, too. */
@HubTest
class BesideInstitutionsTest {
    private static final LocalDate WINTER = TODAY.minusDays(300);
    private static final LocalDate SUMMER = TODAY.minusDays(100);

    @Autowired
    StaffReports reports;

    @Autowired
    DueMessages due;

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
        reports.report(List.of(says.posting(1, WINTER, other, HOURLY_PAID, 4)));
    }

    @Test
    void a_main_employment_that_an_institution_reported_is_not_run_over_but_waited_for_K14() {
        registry.affiliate(teacher, school, MAIN_EMPLOYMENT, WINTER, null, 20);

        var kept = reports.report(List.of(says.main(2, SUMMER, other)));

        assertThat(kept.get(0).reason()).isEqualTo("Client.Affiliation.HeldElsewhere");
        affiliations.end(teacher, school, MAIN_EMPLOYMENT, SUMMER, HeldAffiliations.EVERYONE);
        due.tryAgain(TODAY);
        assertThat(held())
                .extracting(Affiliation::institution, Affiliation::type, Affiliation::endDate)
                .containsExactlyInAnyOrder(
                        tuple(other, HOURLY_PAID, null),
                        tuple(school, MAIN_EMPLOYMENT, SUMMER),
                        tuple(other, MAIN_EMPLOYMENT, null));
    }

    @Test
    void what_the_module_did_not_speak_of_stays_as_the_institution_reported_it() {
        affiliations.end(teacher, other, HOURLY_PAID, SUMMER, HeldAffiliations.EVERYONE);
        registry.affiliate(teacher, other, MAIN_EMPLOYMENT, WINTER, null, 20);

        reports.report(List.of(says.posting(2, SUMMER, school, HOURLY_PAID, 2)));

        assertThat(held())
                .extracting(Affiliation::institution, Affiliation::type, Affiliation::endDate)
                .containsExactlyInAnyOrder(
                        tuple(other, HOURLY_PAID, SUMMER),
                        tuple(other, MAIN_EMPLOYMENT, null),
                        tuple(school, HOURLY_PAID, null));
    }

    @Test
    void more_hours_than_a_week_has_are_parked() {
        registry.affiliate(teacher, school, MAIN_EMPLOYMENT, WINTER, null, 160);

        assertThat(reports.report(List.of(says.posting(2, SUMMER, school, HOURLY_PAID, 20)))
                        .get(0)
                        .reason())
                .isEqualTo("Client.Affiliation.HoursInvalid");
    }

    private List<Affiliation> held() {
        return affiliations.of(teacher, HeldAffiliations.EVERYONE);
    }
}
