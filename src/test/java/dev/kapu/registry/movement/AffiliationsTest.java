package dev.kapu.registry.movement;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.START;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static dev.kapu.registry.affiliation.AffiliationType.HOURLY_PAID;
import static dev.kapu.registry.affiliation.AffiliationType.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.AtOnce;
import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.CardType;
import dev.kapu.registry.affiliation.InstitutionAffiliationStore;
import dev.kapu.registry.card.CardRequest;
import dev.kapu.registry.card.CardState;
import dev.kapu.registry.card.Cards;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** K5, K7, K8, K11, K14. */
@HubTest
@RecordApplicationEvents
class AffiliationsTest {
    private static final Reach EVERYONE = new Reach(Scope.EVERYONE, null);

    @Autowired
    private Affiliations affiliations;

    @Autowired
    private InstitutionAffiliationStore store;

    @Autowired
    private Cards cards;

    @Autowired
    private Persons persons;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    private TestRegistry registry;
    private InstitutionCode school;

    @BeforeEach
    void school() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
    }

    @Test
    void the_end_of_the_only_affiliation_leaves_the_person_unattached() {
        var id = registry.personAt(school, COMPULSORY_STUDENT);

        var ended = affiliations.end(id, school, COMPULSORY_STUDENT, TODAY.minusDays(1), schoolsOwn());

        assertThat(ended.endDate()).isEqualTo(TODAY.minusDays(1));
        assertThat(ended.responsible()).isFalse();
        assertThat(affiliations.of(id, EVERYONE)).containsExactly(ended);
        assertThat(registry.responsible(id)).isNull();
        assertThat(persons.find(id, new Reach(Scope.UNATTACHED, null))).isPresent();
        assertThat(persons.find(id, schoolsOwn())).isEmpty();
    }

    @Test
    void responsibility_passes_to_the_institution_with_more_hours_K7() {
        var few = registry.institution();
        var many = registry.institution();
        var id = registry.personAt(school, COMPULSORY_STUDENT);
        registry.affiliate(id, few, STUDENT, START, null, 4);
        registry.affiliate(id, many, DORMITORY, START, null, 30);

        affiliations.end(id, school, COMPULSORY_STUDENT, TODAY, EVERYONE);

        assertThat(registry.responsible(id)).isEqualTo(many.text());
    }

    @Test
    void who_listens_hears_of_the_person_as_before_the_end() {
        var dormitory = registry.institution();
        var id = registry.personAt(school, COMPULSORY_STUDENT);
        registry.affiliate(id, dormitory, DORMITORY, START, null, 0);

        affiliations.end(id, school, COMPULSORY_STUDENT, TODAY, EVERYONE);

        var event = events.stream(AffiliationEnded.class)
                .filter(ended -> ended.subject().educationId().equals(id.text()))
                .findFirst()
                .orElseThrow();
        assertThat(event.subject().affiliatedWith()).isEqualTo(Set.of(school.text(), dormitory.text()));
        assertThat(event.subject().responsibleInstitution()).isEqualTo(school.text());
        assertThat(event.institutionCode()).isEqualTo(school.text());
        assertThat(event.siteSerial()).isEqualTo("001");
        assertThat(event.type()).isEqualTo("compulsory-student");
        assertThat(event.endDate()).isEqualTo(TODAY);
    }

    @Test
    void a_card_request_that_waits_is_refused_when_its_affiliation_ends_K23() {
        var id = registry.personAt(school, COMPULSORY_STUDENT);
        var waiting = cards.request(order(id), "id-card-office", EVERYONE);

        affiliations.end(id, school, COMPULSORY_STUDENT, TODAY, EVERYONE);

        assertThat(cards.find(waiting.id(), EVERYONE)).map(CardRequest::state).contains(CardState.REFUSED);
    }

    @Test
    void a_card_request_waits_on_while_another_affiliation_lasts() {
        var id = registry.personAt(school, COMPULSORY_STUDENT);
        registry.affiliate(id, school, DORMITORY, START, null, 0);
        var waiting = cards.request(order(id), "id-card-office", EVERYONE);

        affiliations.end(id, school, DORMITORY, TODAY, EVERYONE);

        assertThat(cards.find(waiting.id(), EVERYONE)).map(CardRequest::state).contains(CardState.REQUESTED);
    }

    @Test
    void an_impossible_date_is_refused_and_nothing_changes() {
        var id = registry.personAt(school, COMPULSORY_STUDENT);

        for (LocalDate impossible : new LocalDate[] {START.minusDays(1), TODAY.plusDays(1)}) {
            assertRefused(
                    Fault.AFFILIATION_DATE_INVALID,
                    () -> affiliations.end(id, school, COMPULSORY_STUDENT, impossible, EVERYONE));
        }
        assertThatThrownBy(() -> affiliations.end(id, school, COMPULSORY_STUDENT, TODAY.plusDays(1), EVERYONE))
                .as("the days that are possible, and no personal one")
                .isInstanceOfSatisfying(
                        FaultException.class, no -> assertThat(no.where()).isEqualTo("endDate: startDate – " + TODAY));

        assertThat(registry.responsible(id)).isEqualTo(school.text());
        assertThat(events.stream(AffiliationEnded.class)
                        .filter(ended -> ended.subject().educationId().equals(id.text())))
                .isEmpty();
    }

    @Test
    void an_affiliation_ends_only_once() {
        var id = registry.personAt(school, COMPULSORY_STUDENT);
        affiliations.end(id, school, COMPULSORY_STUDENT, TODAY, EVERYONE);

        assertRefused(Fault.AFFILIATION_ENDED, () -> affiliations.end(id, school, COMPULSORY_STUDENT, TODAY, EVERYONE));
    }

    @Test
    void an_institution_hears_that_its_own_affiliation_has_ended_and_everybody_else_nothing_K11_K21() {
        var other = registry.institution();
        var id = registry.personAt(school, COMPULSORY_STUDENT);
        affiliations.end(id, school, COMPULSORY_STUDENT, TODAY.minusDays(1), schoolsOwn());

        assertRefused(
                Fault.AFFILIATION_ENDED,
                () -> affiliations.end(id, school, COMPULSORY_STUDENT, TODAY.minusDays(1), schoolsOwn()));
        assertRefused(Fault.PERSON_NOT_FOUND, () -> affiliations.end(id, school, DORMITORY, TODAY, schoolsOwn()));
        assertRefused(
                Fault.PERSON_NOT_FOUND, () -> affiliations.end(id, other, COMPULSORY_STUDENT, TODAY, reach(other)));
    }

    @Test
    void an_affiliation_that_ended_on_another_persons_account_is_nobody_elses() {
        var gone = registry.personAt(school, COMPULSORY_STUDENT);
        var stranger = registry.personAt(registry.institution(), COMPULSORY_STUDENT);
        affiliations.end(gone, school, COMPULSORY_STUDENT, TODAY.minusDays(1), schoolsOwn());

        assertRefused(
                Fault.PERSON_NOT_FOUND,
                () -> affiliations.end(stranger, school, COMPULSORY_STUDENT, TODAY, schoolsOwn()));
    }

    @Test
    void of_two_who_end_it_at_the_same_time_one_is_refused() {
        var id = registry.personAt(school, COMPULSORY_STUDENT);

        var outcomes = AtOnce.times(8, () -> outcomeOfEnding(id));

        assertThat(outcomes)
                .containsOnlyOnce("ended")
                .filteredOn("AFFILIATION_ENDED"::equals)
                .hasSize(7);
    }

    @Test
    void an_institution_cannot_end_the_affiliation_of_another() {
        var other = registry.institution();
        var id = registry.personAt(school, COMPULSORY_STUDENT);
        registry.affiliate(id, other, HOURLY_PAID, START, null, 4);

        assertRefused(Fault.AFFILIATION_NOT_FOUND, () -> affiliations.end(id, other, HOURLY_PAID, TODAY, schoolsOwn()));
    }

    @Test
    void unknown_and_out_of_reach_look_alike() {
        var stranger = registry.personAt(registry.institution(), COMPULSORY_STUDENT);

        for (var id : new EducationId[] {stranger, TestRegistry.freeId()}) {
            assertRefused(
                    Fault.PERSON_NOT_FOUND,
                    () -> affiliations.end(id, school, COMPULSORY_STUDENT, TODAY, schoolsOwn()));
            assertThat(affiliations.of(id, schoolsOwn())).isEmpty();
        }
    }

    private String outcomeOfEnding(EducationId id) {
        try {
            affiliations.end(id, school, COMPULSORY_STUDENT, TODAY, EVERYONE);
            return "ended";
        } catch (FaultException refused) {
            return refused.fault().name();
        }
    }

    private Cards.Order order(EducationId id) {
        return new Cards.Order(id, school, new SiteSerial("001"), "Győr", CardType.STUDENT);
    }

    private Reach schoolsOwn() {
        return reach(school);
    }

    private static Reach reach(InstitutionCode institution) {
        return new Reach(Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION, institution.text());
    }

    @Test
    void a_page_of_an_institutions_people_ends_with_a_whole_person() {
        var id = registry.personAt(school, AffiliationType.STUDENT);
        registry.affiliate(id, school, AffiliationType.DORMITORY, START, null, 10);

        assertThat(store.lastingAt(school, 0, 1))
                .extracting(Affiliation::educationId)
                .containsExactly(id, id);
    }
}
