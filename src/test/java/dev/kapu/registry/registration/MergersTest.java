package dev.kapu.registry.registration;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static dev.kapu.registry.affiliation.AffiliationType.HOURLY_PAID;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.Patience;
import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.history.Histories;
import dev.kapu.registry.history.HistoryEntry.Field;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.registration.Review.Decision.Merge;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** K1, K2: nothing is lost when two persons become one, and they become a person that K6, K8 and K14 allow. */
@HubTest
@RecordApplicationEvents
class MergersTest {
    private static final Reach EVERYONE = new Reach(Scope.EVERYONE, null);

    @Autowired
    Reviews reviews;

    @Autowired
    Persons persons;

    @Autowired
    Affiliations affiliations;

    @Autowired
    Histories histories;

    @Autowired
    PresentIds ids;

    @Autowired
    ApplicationEvents events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private InstitutionCode other;
    private EducationId kept;
    private EducationId gone;

    @BeforeEach
    void two() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        other = registry.institution();
        kept = registry.person();
        gone = registry.person();
    }

    @Test
    void the_qualification_of_the_retired_person_stays_and_is_in_the_history() {
        qualify(gone, "okleveles tanár");

        merge();

        assertThat(persons.find(kept, EVERYONE)).map(Person::qualification).contains("okleveles tanár");
        assertThat(histories.of(kept).stream().flatMap(entry -> entry.changes().stream()))
                .contains(
                        new Field("qualification", "okleveles tanár", null),
                        new Field("qualification", null, "okleveles tanár"));
    }

    @Test
    void the_survivors_own_qualification_stays_and_the_others_is_in_the_history() {
        qualify(kept, "tanító");
        qualify(gone, "okleveles tanár");

        merge();

        assertThat(persons.find(kept, EVERYONE)).map(Person::qualification).contains("tanító");
        assertThat(histories.of(kept).stream().flatMap(entry -> entry.changes().stream()))
                .contains(new Field("qualification", "okleveles tanár", null))
                .doesNotContain(new Field("qualification", null, "tanító"));
    }

    @ParameterizedTest
    @EnumSource(
            value = AffiliationType.class,
            names = {"COMPULSORY_STUDENT", "MAIN_EMPLOYMENT"})
    void who_would_be_at_two_institutions_at_a_time_is_merged_once_the_office_has_ended_one_K14(AffiliationType type) {
        registry.affiliate(kept, school, type, TestRegistry.START, null, 20);
        registry.affiliate(gone, other, type, TestRegistry.START, null, 20);
        var review = reviews.suspect(school, kept, gone);

        assertRefused(Fault.MERGER_COLLIDES, () -> reviews.decide(review, new Merge(kept, gone)));
        affiliations.end(gone, other, type, TODAY, EVERYONE);
        reviews.decide(review, new Merge(kept, gone));

        assertThat(affiliations.of(kept, EVERYONE)).hasSize(2);
    }

    @Test
    void other_types_may_be_at_two_institutions() {
        registry.affiliate(kept, school, HOURLY_PAID, TestRegistry.START, null, 8);
        registry.affiliate(gone, other, HOURLY_PAID, TestRegistry.START, null, 8);

        merge();

        assertThat(affiliations.of(kept, EVERYONE)).hasSize(2);
    }

    @Test
    void spans_of_one_type_at_one_institution_that_overlap_become_one() {
        registry.affiliate(kept, school, DORMITORY, TODAY.minusDays(900), TODAY.minusDays(500), 12);
        registry.affiliate(gone, school, DORMITORY, TODAY.minusDays(600), TODAY.minusDays(300), 10);
        registry.affiliate(kept, school, DORMITORY, TODAY.minusDays(400), TODAY.minusDays(100), 14);
        registry.affiliate(gone, school, DORMITORY, TODAY.minusDays(50), null, 10);

        merge();

        assertThat(affiliations.of(kept, EVERYONE))
                .extracting(
                        Affiliation::startDate,
                        Affiliation::endDate,
                        held -> held.weeklyHours().intValue())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(TODAY.minusDays(900), TODAY.minusDays(100), 14),
                        org.assertj.core.groups.Tuple.tuple(TODAY.minusDays(50), null, 10));
    }

    @Test
    void a_span_that_lasts_swallows_what_it_overlaps() {
        registry.affiliate(kept, school, COMPULSORY_STUDENT, TODAY.minusDays(100), null, 20);
        registry.affiliate(gone, school, COMPULSORY_STUDENT, TODAY.minusDays(300), TODAY.minusDays(90), 22);

        merge();

        assertThat(affiliations.of(kept, EVERYONE)).singleElement().satisfies(held -> {
            assertThat(held.startDate()).isEqualTo(TODAY.minusDays(300));
            assertThat(held.endDate()).isNull();
            assertThat(held.weeklyHours()).isEqualByComparingTo("20");
        });
    }

    @Test
    void all_who_are_concerned_by_either_are_named_in_the_event() {
        registry.affiliate(kept, school, MAIN_EMPLOYMENT, TestRegistry.START, null, 20);
        registry.affiliate(gone, other, HOURLY_PAID, TestRegistry.START, null, 4);

        merge();

        assertThat(events.stream(PersonsMerged.class)).singleElement().satisfies(merged -> {
            assertThat(merged.retired()).isEqualTo(gone.text());
            assertThat(merged.survivor()).isEqualTo(kept.text());
            assertThat(merged.institutions()).contains(school.text(), other.text());
        });
        assertThat(ids.all(kept)).isEqualTo(List.of(kept, gone));
    }

    @Test
    void a_change_that_waits_for_a_merger_follows_it() {
        registry.affiliate(kept, school, COMPULSORY_STUDENT, TestRegistry.START, null, 20);
        var dormitory = TestPeople.at(other, DORMITORY);
        var started = transaction.execute(status -> {
            merge();
            var waiting = CompletableFuture.supplyAsync(
                    () -> affiliations.start(gone, TestRegistry.BORN, dormitory, EVERYONE));
            await().pollInSameThread().until(this::somebodyWaitsForThePerson);
            return waiting;
        });

        assertThat(started)
                .succeedsWithin(Patience.LIMIT)
                .satisfies(done -> assertThat(done.affiliation().educationId()).isEqualTo(kept));
    }

    /** Asked by the connection of the merger, which is waited for. */
    private boolean somebodyWaitsForThePerson() {
        return jdbc.sql("""
                        select exists (select from pg_locks
                                        where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))""").query(Boolean.class).single();
    }

    private void merge() {
        reviews.decide(reviews.suspect(school, kept, gone), new Merge(kept, gone));
    }

    private void qualify(EducationId id, String qualification) {
        jdbc.sql("update person set qualification = ? where education_id = ?")
                .params(qualification, id.number())
                .update();
    }
}
