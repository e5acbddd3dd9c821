package dev.kapu.registry.amendment;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static dev.kapu.registry.affiliation.AffiliationType.STUDENT;
import static dev.kapu.registry.amendment.TestAmendment.ofAffiliation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.history.Histories;
import dev.kapu.registry.history.HistoryEntry;
import dev.kapu.registry.history.HistoryEntry.Field;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Affiliations change by amendments (K7, K12). */
@HubTest
class AffiliationChangesTest {
    private static final Reach EVERYONE = new Reach(Scope.EVERYONE, null);

    @Autowired
    private Amendments amendments;

    @Autowired
    private Registrations registrations;

    @Autowired
    private Affiliations affiliations;

    @Autowired
    private Histories histories;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private final NewPerson child = TestPeople.child();
    private EducationId id;

    @BeforeEach
    void child() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        id = register(child, COMPULSORY_STUDENT);
    }

    @Test
    void an_institution_changes_hours_grade_and_site_of_its_own_and_who_answers_is_settled_anew_K7_K12() {
        var other = registry.institution();
        var pupil = register(TestPeople.child(), STUDENT);
        registry.affiliate(pupil, other, STUDENT, TestRegistry.START, null, 20);
        var change = new AffiliationChange(null, new SiteSerial("002"), new BigDecimal("18.5"), "2");

        assertThat(amendments.amend(ofAffiliation(pupil, change), responsible(school)))
                .containsExactly("grade", "siteSerial", "weeklyHours");

        assertThat(affiliations.of(pupil, EVERYONE))
                .filteredOn(held -> held.institution().equals(school))
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.weeklyHours()).isEqualByComparingTo("18.5");
                    assertThat(held.grade()).isEqualTo("2");
                    assertThat(held.site().text()).isEqualTo("002");
                });
        assertThat(registry.responsible(pupil)).isEqualTo(other.text());
        assertThat(histories.of(pupil))
                .filteredOn(entry -> entry.kind() == HistoryEntry.Kind.AFFILIATION_CHANGED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.changes())
                        .contains(new Field("weeklyHours", "25", "18.5"), new Field("type", null, "student")));
    }

    @Test
    void who_does_not_answer_for_a_person_changes_its_own_affiliation_and_nothing_else_K12() {
        var dormitory = registry.institution();
        registry.affiliate(id, dormitory, DORMITORY, TestRegistry.START, null, 40);
        var reach = new Reach(Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION, dormitory.text());
        var change = new AffiliationChange(null, null, BigDecimal.valueOf(60), null);

        assertThat(amendments.amend(ofAffiliation(id, change), reach)).containsExactly("weeklyHours");

        assertThat(affiliations.of(id, EVERYONE))
                .filteredOn(held -> held.institution().equals(school))
                .singleElement()
                .satisfies(held -> assertThat(held.weeklyHours()).isEqualByComparingTo("25"));
        assertRefused(
                Fault.AFFILIATION_NOT_FOUND,
                () -> amendments.amend(
                        ofAffiliation(id, new AffiliationChange(COMPULSORY_STUDENT, null, BigDecimal.ONE, null)),
                        reach));
    }

    @Test
    void a_post_changes_only_if_one_employment_is_meant_K12() {
        var teacher = register(TestPeople.child(), MAIN_EMPLOYMENT);
        registry.affiliate(teacher, school, AffiliationType.HOURLY_PAID, TestRegistry.START, null, 5);
        var post = TestAmendment.ofStaff(teacher, "igazgató", null);

        assertRefused(Fault.AFFILIATION_NOT_FOUND, () -> amendments.amend(post, responsible(school)));

        assertThat(affiliations.of(teacher, EVERYONE)).extracting("post").doesNotContain("igazgató");
    }

    @Test
    void impossible_hours_sites_and_grades_are_refused_and_nothing_changes() {
        var teacher = register(TestPeople.child(), MAIN_EMPLOYMENT);
        registry.affiliate(id, registry.institution(), DORMITORY, TestRegistry.START, null, 120);

        for (var hours : List.of("81", "-1", "49")) {
            assertRefused(
                    Fault.HOURS_INVALID,
                    () -> amendments.amend(
                            ofAffiliation(id, new AffiliationChange(null, null, new BigDecimal(hours), null)),
                            responsible(school)));
        }
        assertRefused(
                Fault.SITE_NOT_FOUND,
                () -> amendments.amend(
                        ofAffiliation(id, new AffiliationChange(null, new SiteSerial("003"), null, null)),
                        responsible(school)));
        assertRefused(
                Fault.AFFILIATION_ROLE,
                () -> amendments.amend(
                        ofAffiliation(teacher, new AffiliationChange(null, null, null, "2")), responsible(school)));
        assertThat(histories.of(id)).hasSize(1);
    }

    private EducationId register(NewPerson person, AffiliationType type) {
        return TestPeople.registered(registrations, person, school, type);
    }

    private static Reach responsible(InstitutionCode institution) {
        return new Reach(Scope.RESPONSIBLE_INSTITUTION, institution.text());
    }
}
