package dev.kapu.registry.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.institution.Institution.Kind;
import dev.kapu.registry.person.Person;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static final List<Registrant> SAMPLE = registrants(20_000);

    @Test
    void the_same_size_gives_the_same_registry() {
        assertThat(registrants(500)).isEqualTo(SAMPLE.subList(0, 500));
    }

    @Test
    void every_person_has_an_id_and_a_social_security_number_of_their_own() {
        assertThat(SAMPLE.stream().map(one -> one.person().educationId()).distinct())
                .hasSize(SAMPLE.size());
        assertThat(SAMPLE.stream().map(one -> one.person().taj()).distinct()).hasSize(SAMPLE.size());
    }

    @Test
    void family_names_are_as_frequent_as_they_are_in_life() {
        var frequencies = SAMPLE.stream()
                .collect(Collectors.groupingBy(one -> one.person().birthName().family(), Collectors.counting()));

        assertThat(frequencies.getOrDefault("Nagy", 0L) / (double) SAMPLE.size())
                .isBetween(0.06, 0.08);
        assertThat(frequencies.values().stream()
                        .mapToDouble(count -> Math.pow(count / (double) SAMPLE.size(), 2))
                        .sum())
                .as("that two random people share one")
                .isBetween(0.02, 0.045);
    }

    @Test
    void some_married_women_bear_their_husbands_name() {
        assertThat(SAMPLE.stream().map(Registrant::person).map(Person::name))
                .anyMatch(name -> name.family().matches("\\p{Lu}\\p{L}+ \\p{L}+né \\p{L}+"))
                .anyMatch(name -> name.family().startsWith("Vargáné "))
                .noneMatch(name -> name.family().contains("ané "));
    }

    @Test
    void every_type_of_affiliation_occurs_K6_K8() {
        assertThat(SAMPLE.stream().flatMap(one -> one.affiliations().stream()).map(Affiliation::type))
                .contains(AffiliationType.values());
    }

    @Test
    void some_persons_are_unattached_K14() {
        var unattached =
                SAMPLE.stream().filter(one -> one.responsible() == null).toList();

        assertThat(unattached.size() / (double) SAMPLE.size()).isBetween(0.02, 0.04);
        assertThat(unattached)
                .allSatisfy(one -> assertThat(one.affiliations())
                        .allSatisfy(
                                ended -> assertThat(ended.endDate()).isBetween(ended.startDate(), Life.SCHOOL_YEAR)));
    }

    @Test
    void ages_fit_grades() {
        assertThat(SAMPLE.stream()
                        .filter(one -> one.affiliations().get(0).type() == AffiliationType.COMPULSORY_STUDENT))
                .allSatisfy(one -> {
                    int grade = Integer.parseInt(
                            String.valueOf(one.affiliations().get(0).grade()));
                    LocalDate born = one.person().birthDate();
                    assertThat(born.plusYears(grade + 5L)).isBefore(Life.SCHOOL_YEAR);
                    assertThat(born.plusYears(16)).isAfter(Life.SCHOOL_YEAR.minusYears(2));
                });
    }

    @Test
    void institutions_have_codes_with_leading_zeros_and_numbered_sites() {
        var schools = new Schools(150, Settlement.all()).all();

        assertThat(schools.get(0).institution().code().text()).isEqualTo("027001");
        assertThat(schools.get(149).institution().code().text()).isEqualTo("027150");
        assertThat(schools.stream().map(school -> school.institution().kind())).contains(Kind.values());
        assertThat(schools)
                .allSatisfy(school -> assertThat(school.sites())
                        .isSortedAccordingTo(
                                Comparator.comparing(site -> site.serial().text()))
                        .first()
                        .satisfies(site -> assertThat(site.serial().text()).isEqualTo("001")));
        assertThat(schools).anyMatch(school -> school.sites().size() > 2);
    }

    private static List<Registrant> registrants(int count) {
        var settlements = Settlement.all();
        var population = new Population(new Schools(150, settlements), settlements);
        return Stream.generate(population::next).limit(count).toList();
    }
}
