package dev.kapu.registry.movement;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Finding;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.RegistryProperties;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** ADR 17: nobody learns a birth date by trying. */
@HubTest
class StartMissesTest {
    private static final Finding UNKNOWN = new Finding("educationId", Fault.PERSON_NOT_FOUND);
    private static final Finding TOO_MANY = new Finding("educationId", Fault.TOO_MANY_MISSES);

    @Autowired
    private Affiliations affiliations;

    @Autowired
    private MovementReports reports;

    @Autowired
    private RegistryProperties properties;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private EducationId pupil;

    @BeforeEach
    void aSchool() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        pupil = registry.person();
    }

    @Test
    void who_tries_birth_dates_in_one_form_is_stopped_after_three() {
        var form = reports.foresight(school);

        for (int days = 1; days <= 3; days++) {
            assertThat(form.of(report(pupil, BORN.plusDays(days)))).contains(UNKNOWN);
        }

        assertThat(form.of(report(pupil, BORN))).contains(TOO_MANY);
        assertThat(form.of(report(registry.person(), BORN))).isEmpty();
    }

    @Test
    void a_form_is_no_way_round_the_single_start_nor_the_other_way() {
        reports.foresight(school).of(report(pupil, BORN.plusDays(1)));
        reports.foresight(school).of(report(pupil, BORN.plusDays(2)));
        assertRefused(Fault.PERSON_NOT_FOUND, () -> start(pupil, BORN.plusDays(3)));

        assertRefused(Fault.TOO_MANY_MISSES, () -> start(pupil, BORN));
        assertThat(reports.foresight(school).of(report(pupil, BORN))).contains(TOO_MANY);
    }

    @Test
    void an_institution_that_names_too_many_unknown_persons_starts_no_more_that_day() {
        var form = reports.foresight(school);
        for (int n = 0; n < properties.startMissesADay(); n++) {
            assertThat(form.of(report(TestRegistry.freeId(), BORN))).contains(UNKNOWN);
        }

        assertThat(form.of(report(pupil, BORN))).contains(TOO_MANY);

        var other = registry.institution();
        assertThat(reports.foresight(other).of(new MovementReport.Start(pupil, BORN, begin(other))))
                .isEmpty();
    }

    @Test
    void what_the_office_accepts_and_what_it_starts_itself_is_not_stopped() {
        for (int days = 1; days <= 3; days++) {
            reports.foresight(school).of(report(pupil, BORN.plusDays(days)));
        }

        reports.carryOut(report(pupil, BORN), school);
        var another = registry.person();
        affiliations.start(another, BORN, begin(school), new Reach(Scope.EVERYONE, null));

        assertThat(registry.responsible(pupil)).isEqualTo(school.text());
        assertThat(registry.responsible(another)).isEqualTo(school.text());
    }

    private void start(EducationId id, LocalDate born) {
        affiliations.start(
                id, born, begin(school), new Reach(Scope.EVERYONE_FOR_REPRESENTED_INSTITUTION, school.text()));
    }

    private MovementReport.Start report(EducationId id, LocalDate born) {
        return new MovementReport.Start(id, born, begin(school));
    }

    private static NewAffiliation begin(InstitutionCode at) {
        return new NewAffiliation(at, new SiteSerial("001"), STUDENT, TODAY, new BigDecimal("20"), null, null);
    }
}
