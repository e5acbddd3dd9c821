package dev.kapu.registry.movement;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static dev.kapu.registry.affiliation.AffiliationType.HOURLY_PAID;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static dev.kapu.registry.affiliation.AffiliationType.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.AtOnce;
import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.RegistryEvent;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.responsibility.Responsibilities;
import dev.kapu.registry.responsibility.Responsible;
import dev.kapu.registry.responsibility.Responsible.Because;
import dev.kapu.registry.responsibility.ResponsibleInstitutionChanged;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** K5, K6, K7, K11, K14, K15, W4, W7. */
@HubTest
@RecordApplicationEvents
class AffiliationStartsTest {
    @Autowired
    private Affiliations affiliations;

    @Autowired
    private Responsibilities responsibilities;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

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
    void a_dormitory_adds_its_affiliation_by_ID_and_the_school_goes_on_answering_W4() {
        var id = registry.personAt(school, COMPULSORY_STUDENT);

        var started = affiliations.start(id, BORN, begin(other, DORMITORY, TODAY, 40), by(other));

        assertThat(started.affiliation().responsible()).isFalse();
        assertThat(started.responsible())
                .isEqualTo(new Responsible(school, new Because.CompulsorySchooling(TestRegistry.START)));
        assertThat(started.reEntry()).isNull();
        assertThat(registry.responsible(id)).isEqualTo(school.text());
        assertThat(affiliations.of(id, by(other))).hasSize(2).contains(started.affiliation());
        assertThat(events.stream(ResponsibleInstitutionChanged.class)).noneMatch(changed -> isAbout(changed, id));
    }

    @Test
    void who_listens_hears_of_the_start_and_of_who_answers_now() {
        var id = registry.person();

        affiliations.start(id, BORN, begin(school, MAIN_EMPLOYMENT, TODAY, 40), by(school));

        assertThat(events.stream(AffiliationStarted.class).filter(event -> isAbout(event, id)))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.subject().affiliatedWith()).containsExactly(school.text());
                    assertThat(event.subject().responsibleInstitution()).isEqualTo(school.text());
                    assertThat(event.siteSerial()).isEqualTo("001");
                    assertThat(event.type()).isEqualTo("main-employment");
                    assertThat(event.startDate()).isEqualTo(TODAY);
                });
        assertThat(events.stream(ResponsibleInstitutionChanged.class).filter(event -> isAbout(event, id)))
                .singleElement()
                .satisfies(event -> assertThat(event.newInstitutionCode()).isEqualTo(school.text()));
    }

    @Test
    void with_hourly_paid_posts_only_more_hours_decide_and_the_former_hears_of_it_K8_W7() {
        var id = registry.personAt(school, HOURLY_PAID);

        var started = affiliations.start(id, BORN, begin(other, HOURLY_PAID, TODAY, 22), by(other));

        assertThat(started.responsible().because())
                .isEqualTo(new Because.MoreHours(new BigDecimal("22.00"), new BigDecimal("20.00")));
        assertThat(registry.responsible(id)).isEqualTo(other.text());
        assertThat(events.stream(ResponsibleInstitutionChanged.class).filter(event -> isAbout(event, id)))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.institutionCode()).isEqualTo(school.text());
                    assertThat(event.newInstitutionCode()).isEqualTo(other.text());
                });
    }

    @Test
    void between_equals_the_nearer_site_decides_and_the_distance_is_told_K7() {
        var id = registry.personAt(school, STUDENT);
        resides(id, "T901", "Próbafalva", 47.6875, 17.6504);
        locate(school, 47.4979, 19.0402);
        locate(other, 47.69, 17.66);

        affiliations.start(id, BORN, begin(other, STUDENT, TODAY, 20), by(other));

        var responsible = responsibilities.of(id, by(other)).orElseThrow();
        assertThat(responsible.institution()).isEqualTo(other);
        assertThat(responsible.because()).isInstanceOfSatisfying(Because.Nearer.class, nearer -> {
            assertThat(nearer.kilometres()).isLessThan(1.5);
            assertThat(nearer.against()).isBetween(100.0, 110.0);
        });
        assertThat(registry.responsible(id)).isEqualTo(other.text());
    }

    @Test
    void where_a_place_is_not_known_it_is_said_so_and_the_lower_code_answers() {
        var id = registry.personAt(other, STUDENT);
        jdbc.sql("update person set residence_postcode = 'T900', residence_settlement = 'Sehol' where education_id = ?")
                .param(id.number())
                .update();

        var started = affiliations.start(id, BORN, begin(school, STUDENT, TODAY, 20), by(school));

        assertThat(started.responsible()).isEqualTo(new Responsible(school, new Because.PlaceUnknown()));
    }

    @Test
    void compulsory_schooling_and_main_employment_are_taken_over_from_nobody_but_an_unattached_person_K14() {
        for (var type : List.of(COMPULSORY_STUDENT, MAIN_EMPLOYMENT)) {
            var id = registry.personAt(school, type);

            assertRefused(
                    Fault.AFFILIATION_HELD_ELSEWHERE,
                    () -> affiliations.start(id, BORN, begin(other, type, TODAY, 40), by(other)));
            affiliations.end(id, school, type, TODAY, by(school));
            affiliations.start(id, BORN, begin(other, type, TODAY, 40), by(other));

            assertThat(registry.responsible(id)).isEqualTo(other.text());
        }
    }

    @Test
    void who_comes_back_has_data_that_are_to_be_checked_K15() {
        var id = registry.person();
        registry.affiliate(id, school, COMPULSORY_STUDENT, TODAY.minusYears(6), TODAY.minusYears(4), 20);

        var reEntry = Objects.requireNonNull(affiliations
                .start(id, BORN, begin(other, COMPULSORY_STUDENT, TODAY, 20), by(other))
                .reEntry());

        assertThat(reEntry.left()).isEqualTo(TODAY.minusYears(4));
        assertThat(reEntry.lastUpdate()).isNotNull();
        assertThat(reEntry.amendBy()).isNull();
    }

    @Test
    void after_more_than_five_years_the_data_must_be_amended_K15() {
        var id = registry.person();
        registry.affiliate(
                id,
                school,
                COMPULSORY_STUDENT,
                TODAY.minusYears(8),
                TODAY.minusYears(5).minusDays(1),
                20);

        var reEntry = Objects.requireNonNull(affiliations
                .start(id, BORN, begin(other, COMPULSORY_STUDENT, TODAY, 20), by(other))
                .reEntry());

        assertThat(reEntry.amendBy()).isEqualTo(TODAY.plusDays(15));
    }

    @Test
    void the_same_type_at_the_same_institution_does_not_overlap_K6() {
        var id = registry.personAt(school, COMPULSORY_STUDENT);

        assertRefused(
                Fault.AFFILIATION_OVERLAPS,
                () -> affiliations.start(id, BORN, begin(school, COMPULSORY_STUDENT, TODAY, 20), by(school)));
        affiliations.end(id, school, COMPULSORY_STUDENT, TODAY.minusDays(3), by(school));
        assertRefused(
                Fault.AFFILIATION_OVERLAPS,
                () -> affiliations.start(
                        id, BORN, begin(school, COMPULSORY_STUDENT, TODAY.minusDays(3), 20), by(school)));
        affiliations.start(id, BORN, begin(school, COMPULSORY_STUDENT, TODAY.minusDays(2), 20), by(school));

        assertThat(affiliations.of(id, by(school))).hasSize(2);
    }

    @Test
    void of_two_who_take_over_the_same_person_at_the_same_moment_exactly_one_wins() {
        var id = registry.person();
        var takers = Stream.generate(registry::institution).limit(8).toList();

        var outcomes = AtOnce.all(takers.stream()
                .<Supplier<String>>map(taker -> () -> outcomeOfTakingOver(id, taker))
                .toList());

        assertThat(outcomes)
                .containsOnlyOnce("started")
                .filteredOn("AFFILIATION_HELD_ELSEWHERE"::equals)
                .hasSize(7);
    }

    private String outcomeOfTakingOver(EducationId id, InstitutionCode taker) {
        try {
            affiliations.start(id, BORN, begin(taker, COMPULSORY_STUDENT, TODAY, 20), by(taker));
            return "started";
        } catch (FaultException refused) {
            return refused.fault().name();
        }
    }

    private void resides(EducationId id, String postcode, String settlement, double latitude, double longitude) {
        jdbc.sql("update person set residence_postcode = ?, residence_settlement = ? where education_id = ?")
                .params(postcode, settlement, id.number())
                .update();
        jdbc.sql("insert into place values ('HU', ?, ?, ?, ?) on conflict do nothing")
                .params(postcode, settlement, latitude, longitude)
                .update();
    }

    private void locate(InstitutionCode institution, double latitude, double longitude) {
        jdbc.sql("update site set latitude = ?, longitude = ? where institution_code = ? and serial = '001'")
                .params(latitude, longitude, institution.text())
                .update();
    }

    private static NewAffiliation begin(InstitutionCode institution, AffiliationType type, LocalDate start, int hours) {
        return new NewAffiliation(
                institution, new SiteSerial("001"), type, start, BigDecimal.valueOf(hours), null, null);
    }

    private static Reach by(InstitutionCode institution) {
        return new Reach(Scope.EVERYONE_FOR_REPRESENTED_INSTITUTION, institution.text());
    }

    private static boolean isAbout(RegistryEvent event, EducationId id) {
        return event.subject().educationId().equals(id.text());
    }
}
