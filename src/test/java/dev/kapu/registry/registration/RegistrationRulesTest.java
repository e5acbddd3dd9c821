package dev.kapu.registry.registration;

import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.fault.Fault;
import dev.kapu.registry.Address;
import dev.kapu.registry.Finding;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.Sex;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationRules;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.affiliation.Plausibility;
import dev.kapu.registry.institution.Institution;
import dev.kapu.registry.institution.Site;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.person.PersonRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anybody is looked for. */
class RegistrationRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 10);
    private static final NewPerson GOOD = TestPeople.child();
    private static final InstitutionCode SCHOOL = new InstitutionCode("040003");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kovács",
                "Nagy Lászlóné Kovács",
                "Szent-Györgyi",
                "O'Brien",
                "Dr. Tóth",
                "İnönü",
                "Gyo\u030Brfi",
                "Vö"
            })
    void a_name_as_documents_write_it_is_taken(String family) {
        assertThat(personFindings(family, LocalDate.of(2020, 2, 29), "HU", null))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                " Kovács",
                "Kovács ",
                "Kovács\t",
                "Kovács1",
                "=1+1",
                "<b>",
                "Kovács\u0000",
                "Kovács\u202E",
                "Kovács\n"
            })
    void a_name_with_anything_else_is_named(String family) {
        assertThat(personFindings(family, LocalDate.of(2020, 2, 29), "HU", null))
                .containsExactly(new Finding("birthName.family", Fault.TEXT_INVALID));
    }

    @Test
    void a_name_longer_than_its_field_is_named() {
        assertThat(personFindings("K".repeat(100), LocalDate.of(2020, 2, 29), "HU", null))
                .isEmpty();
        assertThat(personFindings("K".repeat(101), LocalDate.of(2020, 2, 29), "HU", null))
                .containsExactly(new Finding("birthName.family", Fault.TEXT_INVALID));
    }

    @ParameterizedTest
    @CsvSource({"2026-09-10, true", "2026-09-11, false", "1906-09-11, true", "1906-09-10, false"})
    void a_birth_date_is_neither_in_the_future_nor_120_years_ago(LocalDate born, boolean possible) {
        assertThat(personFindings("Kovács", born, "HU", null))
                .isEqualTo(possible ? List.of() : List.of(new Finding("birthDate", Fault.BIRTH_DATE_INVALID)));
    }

    @ParameterizedTest
    @CsvSource({"HU, true", "TR, true", "XK, true", "hu, false", "XX, false", "HUN, false"})
    void citizenship_is_a_country_that_there_is(String code, boolean right) {
        assertThat(personFindings("Kovács", LocalDate.of(2020, 1, 1), code, null))
                .isEqualTo(right ? List.of() : List.of(new Finding("citizenship", Fault.COUNTRY_INVALID)));
    }

    @Test
    void every_wrong_digit_of_a_social_security_number_is_found() {
        assertThat(personFindings("Kovács", LocalDate.of(2020, 1, 1), "HU", "111111110"))
                .isEmpty();

        for (int place = 0; place < 9; place++) {
            var digits = new StringBuilder("111111110");
            digits.setCharAt(place, '5');
            assertThat(personFindings("Kovács", LocalDate.of(2020, 1, 1), "HU", digits.toString()))
                    .containsExactly(new Finding("socialSecurityNumber", Fault.TAJ_INVALID));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HU, 9021, true",
        "HU, 902, false",
        "HU, 90210, false",
        "TR, 06420, true",
        "TR, 6420, false",
        "DE, D-8000, true"
    })
    void a_postcode_has_the_form_of_its_country(String country, String postcode, boolean right) {
        var person = new NewPerson(
                GOOD.name(),
                GOOD.birthName(),
                GOOD.motherName(),
                GOOD.birthPlace(),
                GOOD.birthDate(),
                GOOD.sex(),
                "HU",
                new Address(country, postcode, "Győr", "Fő u. 12–14/A, II. em. 3."),
                null,
                null);

        assertThat(PersonRules.of(person, TODAY))
                .isEqualTo(right ? List.of() : List.of(new Finding("residence.postcode", Fault.POSTCODE_INVALID)));
    }

    @ParameterizedTest
    @EnumSource(Institution.Kind.class)
    void each_kind_of_institution_has_its_kinds_of_affiliation_K6_K8(Institution.Kind kind) {
        var staff = EnumSet.of(MAIN_EMPLOYMENT, AffiliationType.SECONDARY_EMPLOYMENT, AffiliationType.HOURLY_PAID);
        var students =
                switch (kind) {
                    case KINDERGARTEN -> Set.<AffiliationType>of();
                    case PRIMARY, SECONDARY ->
                        Set.of(COMPULSORY_STUDENT, AffiliationType.STUDENT, AffiliationType.DORMITORY);
                    case VOCATIONAL ->
                        Set.of(
                                COMPULSORY_STUDENT,
                                AffiliationType.STUDENT,
                                AffiliationType.DORMITORY,
                                AffiliationType.APPRENTICESHIP);
                    case DORMITORY -> Set.of(AffiliationType.DORMITORY);
                    case ARTS -> Set.of(AffiliationType.STUDENT);
                };
        staff.addAll(students);

        assertThat(Arrays.stream(AffiliationType.values())
                        .filter(type -> affiliationFindings(kind, at(type)).isEmpty()))
                .containsExactlyInAnyOrderElementsOf(staff);
    }

    @Test
    void an_affiliation_starts_between_birth_and_today() {
        assertThat(affiliationFindings(Institution.Kind.PRIMARY, starting(TODAY)))
                .isEmpty();
        assertThat(affiliationFindings(
                        Institution.Kind.PRIMARY, starting(GOOD.birthDate().plusYears(5))))
                .isEmpty();
        for (var impossible : List.of(TODAY.plusDays(1), GOOD.birthDate().minusDays(1))) {
            assertThat(affiliationFindings(Institution.Kind.PRIMARY, starting(impossible)))
                    .containsExactly(new Finding("startDate", Fault.AFFILIATION_DATE_INVALID));
        }
    }

    @Test
    void a_site_that_is_closed_is_as_good_as_none_and_an_unknown_institution_is_named() {
        var rules = rules(Optional.of(institution(Institution.Kind.PRIMARY, true)), false);
        assertThat(rules.of(at(COMPULSORY_STUDENT), GOOD.birthDate()))
                .containsExactly(new Finding("siteSerial", Fault.SITE_NOT_FOUND));

        var nothing = rules(Optional.empty(), true);
        assertThat(nothing.of(at(COMPULSORY_STUDENT), GOOD.birthDate()))
                .containsExactly(new Finding("institutionCode", Fault.INSTITUTION_NOT_FOUND));
    }

    @Test
    void nobody_is_registered_with_an_institution_that_is_closed() {
        var rules = rules(Optional.of(institution(Institution.Kind.PRIMARY, false)), false);

        assertThat(rules.of(at(COMPULSORY_STUDENT), GOOD.birthDate()))
                .containsExactly(new Finding("institutionCode", Fault.INSTITUTION_CLOSED));
    }

    @ParameterizedTest
    @CsvSource({
        "COMPULSORY_STUDENT, 5, true",
        "COMPULSORY_STUDENT, 4, false",
        "MAIN_EMPLOYMENT, 14, true",
        "MAIN_EMPLOYMENT, 13, false"
    })
    void pupils_are_at_least_five_and_staff_fourteen_when_they_start(AffiliationType type, int age, boolean possible) {
        var born = TODAY.minusYears(age);

        assertThat(rules(Optional.of(institution(Institution.Kind.PRIMARY, true)), true)
                        .of(at(type), born))
                .isEqualTo(possible ? List.of() : List.of(new Finding("startDate", Fault.AFFILIATION_AGE)));
    }

    @Test
    void a_dormitory_may_have_all_hours_of_a_week_and_a_school_may_not() {
        var week = BigDecimal.valueOf(168);
        var dormitory =
                new NewAffiliation(SCHOOL, new SiteSerial("001"), AffiliationType.DORMITORY, TODAY, week, null, null);

        assertThat(affiliationFindings(Institution.Kind.DORMITORY, dormitory)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "80, true", "12.25, true", "12.250, true", "-1, false", "80.01, false", "1.125, false"})
    void hours_are_those_of_a_week(BigDecimal hours, boolean right) {
        var affiliation =
                new NewAffiliation(SCHOOL, new SiteSerial("001"), COMPULSORY_STUDENT, TODAY, hours, null, null);

        assertThat(affiliationFindings(Institution.Kind.PRIMARY, affiliation))
                .isEqualTo(right ? List.of() : List.of(new Finding("weeklyHours", Fault.HOURS_INVALID)));
    }

    @Test
    void staff_have_no_grade_and_students_no_post() {
        var teacher =
                new NewAffiliation(SCHOOL, new SiteSerial("001"), MAIN_EMPLOYMENT, TODAY, BigDecimal.TEN, "1", "tanár");
        var pupil = new NewAffiliation(
                SCHOOL, new SiteSerial("001"), COMPULSORY_STUDENT, TODAY, BigDecimal.TEN, "1", "tanár");

        assertThat(affiliationFindings(Institution.Kind.PRIMARY, teacher))
                .containsExactly(new Finding("grade", Fault.AFFILIATION_ROLE));
        assertThat(affiliationFindings(Institution.Kind.PRIMARY, pupil))
                .containsExactly(new Finding("post", Fault.AFFILIATION_ROLE));
    }

    private static List<Finding> personFindings(
            String family, LocalDate born, String citizenship, @Nullable String taj) {
        var person = new NewPerson(
                GOOD.name(),
                new PersonName(family, "Anna"),
                GOOD.motherName(),
                "Győr",
                born,
                Sex.FEMALE,
                citizenship,
                null,
                null,
                taj);
        return PersonRules.of(person, TODAY);
    }

    private static List<Finding> affiliationFindings(Institution.Kind kind, NewAffiliation affiliation) {
        return rules(Optional.of(institution(kind, true)), true).of(affiliation, GOOD.birthDate());
    }

    private static AffiliationRules rules(Optional<Institution> institution, boolean site) {
        return new AffiliationRules(
                code -> institution, code -> List.of(site(site)), new Plausibility(TestRegistry.PROPERTIES), TODAY);
    }

    private static Institution institution(Institution.Kind kind, boolean active) {
        return new Institution(
                SCHOOL, "Próba", kind, new Address("HU", "9021", "Győr", "Fő u. 1."), null, active, TODAY);
    }

    private static NewAffiliation at(AffiliationType type) {
        return new NewAffiliation(SCHOOL, new SiteSerial("001"), type, TODAY, BigDecimal.TEN, null, null);
    }

    private static NewAffiliation starting(LocalDate day) {
        return new NewAffiliation(SCHOOL, new SiteSerial("001"), COMPULSORY_STUDENT, day, BigDecimal.TEN, "1", null);
    }

    private static Site site(boolean active) {
        return new Site(
                SCHOOL,
                new SiteSerial("001"),
                "Telephely",
                new Address("HU", "9021", "Győr", "Fő u. 1."),
                null,
                active);
    }
}
