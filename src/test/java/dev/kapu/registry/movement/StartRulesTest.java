package dev.kapu.registry.movement;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static dev.kapu.registry.affiliation.AffiliationType.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a start must keep to (K6, K11). */
@HubTest
class StartRulesTest {
    @Autowired
    private Affiliations affiliations;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private InstitutionCode other;

    @BeforeEach
    void schools() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        other = registry.institution();
    }

    @Test
    void an_ID_alone_opens_nobody_with_a_wrong_birth_date_the_person_is_as_good_as_unknown() {
        var known = registry.person();

        assertRefused(
                Fault.PERSON_NOT_FOUND,
                () -> affiliations.start(known, BORN.plusDays(1), begin(school, STUDENT, TODAY, 20), by(school)));
        assertRefused(
                Fault.PERSON_NOT_FOUND,
                () -> affiliations.start(TestRegistry.freeId(), BORN, begin(school, STUDENT, TODAY, 20), by(school)));

        assertThat(registry.responsible(known)).isNull();
    }

    @Test
    void all_affiliations_of_a_person_together_fit_a_week() {
        var id = registry.person();
        registry.affiliate(id, other, DORMITORY, TODAY, null, 150);

        assertRefused(
                Fault.HOURS_INVALID, () -> affiliations.start(id, BORN, begin(school, STUDENT, TODAY, 19), by(school)));
        affiliations.start(id, BORN, begin(school, STUDENT, TODAY, 18), by(school));

        assertThat(affiliations.of(id, by(school))).hasSize(2);
    }

    @Test
    void nobody_starts_at_a_closed_institution() {
        var id = registry.person();
        jdbc.sql("update institution set active = false where code = ?")
                .param(school.text())
                .update();

        assertRefused(
                Fault.INSTITUTION_CLOSED,
                () -> affiliations.start(id, BORN, begin(school, STUDENT, TODAY, 20), by(school)));
    }

    @Test
    void an_impossible_start_is_refused() {
        var id = registry.person();

        for (var day : new LocalDate[] {TODAY.plusDays(31), LocalDate.of(2010, 4, 30)}) {
            assertRefused(
                    Fault.AFFILIATION_DATE_INVALID,
                    () -> affiliations.start(id, BORN, begin(school, STUDENT, day, 20), by(school)));
        }
        assertThatThrownBy(
                        () -> affiliations.start(id, BORN, begin(school, STUDENT, TODAY.plusDays(31), 20), by(school)))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        no -> assertThat(no.where()).isEqualTo("startDate: birthDate – " + TODAY.plusDays(30)));
        assertRefused(
                Fault.SITE_NOT_FOUND, () -> affiliations.start(id, BORN, at("003", STUDENT, "7", null), by(school)));
        assertRefused(
                Fault.AFFILIATION_ROLE,
                () -> affiliations.start(id, BORN, at("001", STUDENT, null, "tanár"), by(school)));
        assertRefused(
                Fault.AFFILIATION_ROLE,
                () -> affiliations.start(id, BORN, at("001", MAIN_EMPLOYMENT, "7", null), by(school)));
        assertThat(registry.responsible(id)).isNull();
    }

    @Test
    void an_institution_starts_affiliations_of_its_own_only() {
        var id = registry.person();

        assertRefused(
                Fault.AFFILIATION_NOT_FOUND,
                () -> affiliations.start(id, BORN, begin(other, STUDENT, TODAY, 20), by(school)));
    }

    private NewAffiliation at(String site, AffiliationType type, @Nullable String grade, @Nullable String post) {
        return new NewAffiliation(school, new SiteSerial(site), type, TODAY, BigDecimal.TEN, grade, post);
    }

    private static NewAffiliation begin(InstitutionCode institution, AffiliationType type, LocalDate start, int hours) {
        return new NewAffiliation(
                institution, new SiteSerial("001"), type, start, BigDecimal.valueOf(hours), null, null);
    }

    private static Reach by(InstitutionCode institution) {
        return new Reach(Scope.EVERYONE_FOR_REPRESENTED_INSTITUTION, institution.text());
    }
}
