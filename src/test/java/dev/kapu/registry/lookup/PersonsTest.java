package dev.kapu.registry.lookup;

import static dev.kapu.registry.TestRegistry.START;
import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.Address;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.EducationIds;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.Sex;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.lookup.Claims.ClaimedName;
import dev.kapu.registry.lookup.Verification.Result;
import dev.kapu.registry.person.Person;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import dev.kapu.scope.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K21: only within the reach. */
@HubTest
class PersonsTest {
    private static final Reach EVERYONE = new Reach(Scope.EVERYONE, null);

    @Autowired
    private Persons persons;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;

    @BeforeEach
    void registry() {
        registry = new TestRegistry(jdbc);
    }

    @Test
    void a_person_in_reach_is_found_with_all_stored_data() {
        var school = registry.institution();
        var id = registry.personAt(school, AffiliationType.COMPULSORY_STUDENT);

        var person = persons.find(id, affiliatedWith(school)).orElseThrow();

        assertThat(person)
                .isEqualTo(new Person(
                        id,
                        new PersonName("Nagy Lászlóné Kovács", "Anna"),
                        new PersonName("Kovács", "Anna"),
                        new PersonName("Tóth", "Éva"),
                        "Győr",
                        LocalDate.of(2010, 5, 1),
                        Sex.FEMALE,
                        "HU",
                        new Address("HU", "9021", "Győr", "Duna u. 3."),
                        null,
                        "111111110",
                        null));
    }

    @Test
    void an_affiliation_counts_from_its_first_to_its_last_day() {
        var school = registry.institution();
        var lastDay = registry.person();
        registry.affiliate(lastDay, school, AffiliationType.STUDENT, START, TODAY, 20);
        var dayAfter = registry.person();
        registry.affiliate(dayAfter, school, AffiliationType.STUDENT, START, TODAY.minusDays(1), 20);
        var firstDay = registry.person();
        registry.affiliate(firstDay, school, AffiliationType.STUDENT, TODAY, null, 20);
        var dayBefore = registry.person();
        registry.affiliate(dayBefore, school, AffiliationType.STUDENT, TODAY.plusDays(1), null, 20);

        assertThat(persons.find(lastDay, affiliatedWith(school))).isPresent();
        assertThat(persons.find(dayAfter, affiliatedWith(school))).isEmpty();
        assertThat(persons.find(firstDay, affiliatedWith(school))).isPresent();
        assertThat(persons.find(dayBefore, affiliatedWith(school))).isEmpty();
    }

    @Test
    void a_person_with_two_affiliations_at_one_institution_is_found_once() {
        var school = registry.institution();
        var id = registry.personAt(school, AffiliationType.COMPULSORY_STUDENT);
        registry.affiliate(id, school, AffiliationType.DORMITORY, START, null, 0);

        assertThat(persons.find(id, affiliatedWith(school))).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void the_query_finds_exactly_whom_the_scope_covers(Scope scope) {
        var school = registry.institution();
        var other = registry.institution();
        var reach = new Reach(scope, scope.needs() == Scope.Needs.NOTHING ? null : school.text());

        var pupil = registry.personAt(school, AffiliationType.COMPULSORY_STUDENT);
        assertFound(pupil, reach, subject(pupil, school.text(), school));
        var elsewhere = registry.personAt(other, AffiliationType.MAIN_EMPLOYMENT);
        assertFound(elsewhere, reach, subject(elsewhere, other.text(), other));
        var second = registry.personAt(other, AffiliationType.MAIN_EMPLOYMENT);
        registry.affiliate(second, school, AffiliationType.HOURLY_PAID, START, null, 5);
        assertFound(second, reach, subject(second, other.text(), school, other));
        var unattached = registry.person();
        registry.affiliate(unattached, school, AffiliationType.STUDENT, START, TODAY.minusDays(1), 20);
        assertFound(unattached, reach, subject(unattached, null));
        assertThat(persons.find(TestRegistry.freeId(), reach)).isEmpty();
    }

    @Test
    void what_agrees_whatever_its_spelling_matches() {
        var id = registry.person();
        var claims = new Claims(
                new ClaimedName("NAGY LÁSZLÓNÉ  KOVÁCS", null),
                new ClaimedName("kovács", "anna "),
                "Gyo\u030Br",
                LocalDate.of(2010, 5, 1));

        assertThat(persons.verify(id, claims, EVERYONE)).isEqualTo(new Verification(Result.MATCH, List.of()));
    }

    @Test
    void what_differs_is_named_and_no_more() {
        var id = registry.person();
        var claims = new Claims(
                new ClaimedName("Kovács", "Anna"), new ClaimedName("Kovács", "Anna"), null, LocalDate.of(2010, 5, 2));

        var verification = persons.verify(id, claims, EVERYONE);

        assertThat(verification.result()).isEqualTo(Result.DIFFERS);
        assertThat(verification.differing()).containsExactly("name", "birthDate");
    }

    @Test
    void who_knows_no_whole_name_hears_nothing_of_what_agrees() {
        var id = registry.person();
        var partly = new Claims(new ClaimedName(null, "Anna"), null, "Győr", LocalDate.of(1900, 1, 1));
        var another = new Claims(new ClaimedName("Kovács", "Éva"), null, "Győr", LocalDate.of(2010, 5, 1));

        assertThat(persons.verify(id, partly, EVERYONE)).isEqualTo(Verification.NO_MATCH);
        assertThat(persons.verify(id, another, EVERYONE)).isEqualTo(Verification.NO_MATCH);
    }

    @Test
    void unknown_out_of_reach_and_nothing_right_look_alike() {
        var id = registry.person();
        var right = new Claims(new ClaimedName("Nagy Lászlóné Kovács", "Anna"), null, "Győr", null);
        var wrong = new Claims(new ClaimedName("Kiss", "Anna"), null, "Pécs", LocalDate.of(2011, 5, 1));

        assertThat(persons.verify(id, right, EVERYONE).result()).isEqualTo(Result.MATCH);
        assertThat(persons.verify(TestRegistry.freeId(), right, EVERYONE)).isEqualTo(Verification.NO_MATCH);
        assertThat(persons.verify(id, right, affiliatedWith(registry.institution())))
                .isEqualTo(Verification.NO_MATCH);
        assertThat(persons.verify(id, wrong, EVERYONE)).isEqualTo(Verification.NO_MATCH);
    }

    @Test
    void an_id_is_issued_only_once() {
        var taken = registry.person();
        var asked = new ArrayList<EducationId>(List.of(taken));

        var issued = new EducationIds().issue(id -> {
            if (asked.size() == 1) {
                asked.add(id);
                return false;
            }
            registry.insert(id);
            return true;
        });

        assertThat(issued).isNotIn(asked);
        assertThat(persons.find(issued, EVERYONE)).isPresent();
    }

    private void assertFound(EducationId id, Reach reach, Subject subject) {
        var institution = reach.institution() == null ? "" : reach.institution();

        assertThat(persons.find(id, reach).isPresent()).isEqualTo(reach.scope().covers(subject, institution));
    }

    private static Subject subject(EducationId id, @Nullable String responsible, InstitutionCode... affiliatedWith) {
        return new Subject(
                id.text(),
                Arrays.stream(affiliatedWith).map(InstitutionCode::text).collect(Collectors.toSet()),
                responsible);
    }

    private static Reach affiliatedWith(InstitutionCode institution) {
        return new Reach(Scope.AFFILIATED_WITH_NAMED_INSTITUTION, institution.text());
    }
}
