package dev.kapu.registry.responsibility;

import static dev.kapu.registry.affiliation.AffiliationType.APPRENTICESHIP;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static dev.kapu.registry.affiliation.AffiliationType.HOURLY_PAID;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static dev.kapu.registry.affiliation.AffiliationType.SECONDARY_EMPLOYMENT;
import static dev.kapu.registry.affiliation.AffiliationType.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.registry.Coordinates;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.responsibility.Responsible.Because;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponsibilityTest {
    private static final LocalDate SINCE = LocalDate.of(2025, 9, 1);

    @Test
    void nobody_answers_for_an_unattached_person_K14() {
        assertThat(Responsibility.of(List.of(), nowhere())).isEqualTo(Responsible.NOBODY);
    }

    /** Affiliations are institution:type:hours:kilometres, the last one unknown where it is a question mark. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                # K7: compulsory schooling, whatever else
                1:compulsory-student:20:9                                            | 1 | CompulsorySchooling
                1:dormitory:40:1        2:compulsory-student:20:9                    | 2 | CompulsorySchooling
                1:student:40:1          2:compulsory-student:1:9  3:dormitory:30:0   | 2 | CompulsorySchooling
                1:main-employment:40:1  2:compulsory-student:1:9                     | 2 | CompulsorySchooling
                # K7: if none, the other one
                1:student:10:9                                                       | 1 | Only
                1:dormitory:0:?                                                      | 1 | Only
                1:student:10:9          1:dormitory:20:9                             | 1 | Only
                # K7: if several, more hours
                1:student:12:1          2:apprenticeship:20:9                        | 2 | MoreHours
                1:student:10:1          2:dormitory:30:9          3:student:20:1     | 2 | MoreHours
                1:compulsory-student:20:1 2:compulsory-student:21:9                  | 2 | MoreHours
                # K7: if still equal, the nearer
                1:student:20:8.4        2:apprenticeship:20:1.2                      | 2 | Nearer
                1:student:20:8.4        2:student:20:1.2          3:student:19:0     | 2 | Nearer
                1:student:20:1          2:student:20:1                               | 1 | AsNear
                1:student:20:9          2:student:20:?                               | 1 | PlaceUnknown
                # K8: the main employer, whatever else
                1:main-employment:20:9                                               | 1 | MainEmployment
                1:secondary-employment:40:1 2:main-employment:20:9                   | 2 | MainEmployment
                1:hourly-paid:40:1      2:main-employment:20:9  3:student:30:1       | 2 | MainEmployment
                1:main-employment:20:9  2:main-employment:20:8                       | 2 | Nearer
                # K8: only secondary employments, more hours, then the nearer
                1:hourly-paid:6:1       2:secondary-employment:12:9                  | 2 | MoreHours
                1:hourly-paid:12:9      2:secondary-employment:12:1                  | 2 | Nearer
                # several affiliations with one institution: their hours together, and the nearest of their sites
                1:student:12:9          1:dormitory:10:9        2:student:20:1       | 1 | MoreHours
                1:hourly-paid:6:9       1:secondary-employment:6:1 2:hourly-paid:12:5 | 1 | Nearer
                1:main-employment:10:9  1:hourly-paid:30:9      2:main-employment:20:9 | 2 | MoreHours
                """)
    void the_rule_tables_of_K7_and_K8(String held, String responsible, String rule) {
        var kilometres = new HashMap<Affiliation, Double>();
        var lasting = new ArrayList<Affiliation>();
        for (var text : held.split("\\s+", -1)) {
            var parts = text.split(":", -1);
            var one = at(parts[0], AffiliationType.ofWord(parts[1]), Integer.parseInt(parts[2]));
            lasting.add(one);
            if (!parts[3].equals("?")) {
                kilometres.put(one, Double.valueOf(parts[3]));
            }
        }

        Collections.reverse(lasting);
        var found = Responsibility.of(lasting, affiliation -> Optional.ofNullable(kilometres.get(affiliation)));

        assertThat(found.institution()).isEqualTo(code(responsible));
        assertThat(found.because().getClass().getSimpleName()).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nobody_has_a_stronger_claim_than_who_answers_whatever_the_order(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            var lasting = anyAffiliations(random);
            Map<Affiliation, Double> kilometres = lasting.stream()
                    .collect(Collectors.toMap(held -> held, held -> (double) random.nextInt(3), (a, b) -> a));
            Responsibility.Distances distances = held -> Optional.ofNullable(kilometres.get(held));

            var found = Responsibility.of(lasting, distances);
            var shuffled = new ArrayList<>(lasting);
            Collections.shuffle(shuffled, random);

            assertThat(Responsibility.of(shuffled, distances)).isEqualTo(found);
            assertThat(lasting.stream().map(Affiliation::institution).distinct())
                    .noneMatch(other ->
                            claim(lasting, kilometres).compare(other, Objects.requireNonNull(found.institution())) < 0);
        }
    }

    @Test
    void the_reason_is_said_in_three_languages() {
        assertThat(ResponsibleTexts.LANGUAGES)
                .extracting(language -> ResponsibleTexts.text(new Because.CompulsorySchooling(SINCE), language))
                .containsExactly(
                        "because compulsory schooling here since 2025-09-01",
                        "mert itt teljesíti a tankötelezettségét 2025-09-01 óta",
                        "çünkü zorunlu eğitimi 2025-09-01 tarihinden beri burada");
        var english = ResponsibleTexts.LANGUAGES.get(0);
        assertThat(ResponsibleTexts.text(
                        new Because.MoreHours(new BigDecimal("20.00"), new BigDecimal("12.50")), english))
                .isEqualTo("because more hours (20 against 12.5)");
        assertThat(ResponsibleTexts.text(new Because.Nearer(1.2, 8.44), english))
                .isEqualTo("because nearer to the residence (1.2 km against 8.4 km)");
        assertThat(ResponsibleTexts.key(new Because.CompulsorySchooling(SINCE))).isEqualTo("compulsory-schooling");
    }

    @Test
    void every_reason_has_a_text_in_every_language() {
        var reasons = List.of(
                new Because.Unattached(),
                new Because.CompulsorySchooling(SINCE),
                new Because.MainEmployment(SINCE),
                new Because.Only(SINCE),
                new Because.MoreHours(BigDecimal.TEN, BigDecimal.ONE),
                new Because.Nearer(1, 2),
                new Because.AsNear(1),
                new Because.PlaceUnknown());

        assertThat(Because.class.getPermittedSubclasses()).hasSize(reasons.size());
        for (var language : ResponsibleTexts.LANGUAGES) {
            assertThat(reasons)
                    .allSatisfy(reason -> assertThat(ResponsibleTexts.text(reason, language))
                            .isNotBlank()
                            .doesNotContain("{", "}"));
        }
    }

    @Test
    void a_distance_is_measured_as_the_crow_flies() {
        var budapest = new Coordinates(47.4979, 19.0402);
        var szeged = new Coordinates(46.2530, 20.1414);

        assertThat(budapest.kilometresTo(szeged)).isBetween(161.0, 162.5);
        assertThat(szeged.kilometresTo(budapest)).isEqualTo(budapest.kilometresTo(szeged));
        assertThat(budapest.kilometresTo(budapest)).isZero();
    }

    /** The rules again, said in another way. */
    private static Comparator<InstitutionCode> claim(List<Affiliation> lasting, Map<Affiliation, Double> kilometres) {
        return Comparator.<InstitutionCode>comparingInt(code -> {
                    var strong = counted(lasting, code).get(0).type();
                    return strong == COMPULSORY_STUDENT ? 0 : strong == MAIN_EMPLOYMENT ? 1 : 2;
                })
                .thenComparingInt(code -> -counted(lasting, code).stream()
                        .mapToInt(held -> held.weeklyHours().intValueExact())
                        .sum())
                .thenComparingDouble(code -> counted(lasting, code).stream()
                        .mapToDouble(held -> kilometres.getOrDefault(held, Double.MAX_VALUE))
                        .min()
                        .orElseThrow());
    }

    private static List<Affiliation> counted(List<Affiliation> lasting, InstitutionCode code) {
        return Stream.of(COMPULSORY_STUDENT, MAIN_EMPLOYMENT)
                .map(type -> of(lasting, code, type))
                .filter(strong -> !strong.isEmpty())
                .findFirst()
                .orElseGet(() -> lasting.stream()
                        .filter(held -> held.institution().equals(code))
                        .toList());
    }

    private static List<Affiliation> of(List<Affiliation> lasting, InstitutionCode code, AffiliationType type) {
        return lasting.stream()
                .filter(held -> held.institution().equals(code) && held.type() == type)
                .toList();
    }

    private static List<Affiliation> anyAffiliations(Random random) {
        var types = List.of(
                COMPULSORY_STUDENT,
                STUDENT,
                DORMITORY,
                APPRENTICESHIP,
                MAIN_EMPLOYMENT,
                SECONDARY_EMPLOYMENT,
                HOURLY_PAID);
        var held = new ArrayList<Affiliation>();
        for (int i = 0; i <= random.nextInt(5); i++) {
            held.add(at(
                    Integer.toString(1 + random.nextInt(4)),
                    types.get(random.nextInt(types.size())),
                    random.nextInt(3) * 10));
        }
        return held;
    }

    private static Responsibility.Distances nowhere() {
        return affiliation -> Optional.empty();
    }

    private static InstitutionCode code(String digit) {
        return new InstitutionCode("00000" + digit);
    }

    private static Affiliation at(String institution, AffiliationType type, int hours) {
        return new Affiliation(
                EducationId.of("71234567897"),
                code(institution),
                new SiteSerial("001"),
                type,
                SINCE,
                null,
                BigDecimal.valueOf(hours),
                null,
                null,
                false);
    }
}
