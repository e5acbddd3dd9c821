package dev.kapu.personnel;

import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.affiliation.AffiliationType.HOURLY_PAID;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static dev.kapu.registry.affiliation.AffiliationType.SECONDARY_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.staff.StaffSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** E4: any order of the same messages and corrections, with any repetitions, leaves the same affiliations. */
@HubTest
class AnyOrderTest extends StaffTest {
    private static final int ORDERS = 25;

    @Test
    void a_life_with_a_correction_comes_out_the_same() {
        var dice = new Random(10);
        var outcomes = new ArrayList<Outcome>();
        for (int order = 0; order < ORDERS; order++) {
            var person = registry.person();
            var steps = steps(person, life(new Messages(person, BORN)), 5);
            outcomes.add(outcome(person, order == 0 ? steps : shuffled(steps, dice)));
        }

        assertThat(outcomes.get(0).spans()).hasSize(3);
        assertThat(outcomes).containsOnly(outcomes.get(0));
    }

    @Test
    void nonsense_comes_out_the_same() {
        var dice = new Random(11);
        for (int round = 0; round < 5; round++) {
            var seed = dice.nextLong();
            var outcomes = new ArrayList<Outcome>();
            for (int order = 0; order < 5; order++) {
                var person = registry.person();
                var steps = steps(person, nonsense(new Messages(person, BORN), new Random(seed)), 3);
                outcomes.add(outcome(person, order == 0 ? steps : shuffled(steps, dice)));
            }
            assertThat(outcomes).containsOnly(outcomes.get(0));
        }
    }

    @Test
    void what_institutions_report_in_between_stays_in_any_order() {
        var dice = new Random(12);
        var outcomes = new ArrayList<Outcome>();
        for (int order = 0; order < ORDERS; order++) {
            var person = registry.person();
            var says = new Messages(person, BORN);
            var posting = says.main(1, WINTER, school);
            var later = List.of(
                    says.title(2, SPRING, school, MAIN_EMPLOYMENT, "igazgató"),
                    says.assignment(3, SPRING, school, MAIN_EMPLOYMENT, "002", 20),
                    says.posting(4, SPRING, other, HOURLY_PAID, 4),
                    says.title(5, WINTER, school, MAIN_EMPLOYMENT, "helyettes"));
            List<Runnable> steps = new ArrayList<>();
            later.forEach(message -> steps.add(() -> report(message)));
            var shuffled = new ArrayList<>(shuffled(steps, dice));
            int turn = dice.nextInt(shuffled.size());
            shuffled.add(turn, () -> report(posting));
            shuffled.add(turn + 1 + dice.nextInt(shuffled.size() - turn), () -> moves(person));
            outcomes.add(outcome(person, shuffled));
        }

        assertThat(outcomes.get(0).spans())
                .extracting(StaffSpan::institution, StaffSpan::type, StaffSpan::end, StaffSpan::post)
                .containsExactlyInAnyOrder(
                        tuple(school, MAIN_EMPLOYMENT, SUMMER, "igazgató"),
                        tuple(other, HOURLY_PAID, null, "tanár"),
                        tuple(other, MAIN_EMPLOYMENT, null, "tanár"));
        assertThat(outcomes.get(0).states()).doesNotContain("PARKED");
        assertThat(outcomes).containsOnly(outcomes.get(0));
    }

    @Test
    void a_closing_in_between_changes_nothing_of_what_was_before_it_K13() {
        var dice = new Random(13);
        var outcomes = new ArrayList<List<Tuple>>();
        for (int order = 0; order < ORDERS; order++) {
            var closing = registry.institution();
            var person = registry.person();
            var says = new Messages(person, BORN);
            var steps = steps(
                    person,
                    List.of(
                            says.main(1, WINTER, closing), // withdrawn: it was a day later
                            says.assignment(2, SPRING, closing, MAIN_EMPLOYMENT, "002", 20),
                            says.title(3, SPRING, closing, MAIN_EMPLOYMENT, "igazgató"),
                            says.end(4, SUMMER, closing, MAIN_EMPLOYMENT),
                            says.main(5, WINTER.plusDays(1), closing),
                            says.posting(6, WINTER, closing, HOURLY_PAID, 4)), // lasts
                    1);
            steps.add(() -> closes(closing, "002", SPRING.plusDays(1)));
            steps.add(() -> closes(closing, SUMMER.plusDays(1)));
            var outcome = outcome(person, order == 0 ? steps : shuffled(steps, dice));
            assertThat(outcome.states()).doesNotContain("PARKED");
            outcomes.add(outcome.spans().stream()
                    .map(span -> tuple(span.type(), span.start(), span.end(), span.site(), span.post()))
                    .toList());
        }

        assertThat(outcomes.get(0))
                .containsExactly(
                        tuple(HOURLY_PAID, WINTER, null, new SiteSerial("001"), "tanár"),
                        tuple(MAIN_EMPLOYMENT, WINTER.plusDays(1), SUMMER, new SiteSerial("002"), "igazgató"));
        assertThat(outcomes).containsOnly(outcomes.get(0));
    }

    private void moves(EducationId person) {
        affiliations.end(person, school, MAIN_EMPLOYMENT, SUMMER, HeldAffiliations.EVERYONE);
        affiliations.start(
                person,
                BORN,
                new NewAffiliation(
                        other,
                        new SiteSerial("001"),
                        MAIN_EMPLOYMENT,
                        SUMMER.plusDays(1),
                        BigDecimal.TEN,
                        null,
                        "tanár"),
                HeldAffiliations.EVERYONE);
    }

    /** @param states of the messages by number */
    private record Outcome(List<StaffSpan> spans, String responsible, String states) {}

    private Outcome outcome(EducationId person, List<Runnable> steps) {
        steps.forEach(Runnable::run);
        return new Outcome(
                held(person).stream()
                        .map(StaffSpan::of)
                        .sorted(StaffSpan.BY_START)
                        .toList(),
                String.valueOf(registry.responsible(person)),
                reports.of(person).kept().stream()
                        .map(one -> one.number() + " " + one.state() + " " + one.reason())
                        .collect(Collectors.joining(", ")));
    }

    private List<StaffMessage> life(Messages says) {
        return List.of(
                says.main(1, WINTER, school),
                says.assignment(2, SPRING, school, MAIN_EMPLOYMENT, "002", 20),
                says.posting(3, WINTER, other, HOURLY_PAID, 4),
                says.end(4, SUMMER, school, MAIN_EMPLOYMENT),
                says.end(5, SPRING, other, HOURLY_PAID), // withdrawn again
                says.main(6, SUMMER.plusDays(1), other),
                says.title(7, SUMMER.plusDays(2), other, MAIN_EMPLOYMENT, "igazgató"));
    }

    private List<StaffMessage> nonsense(Messages says, Random dice) {
        var said = new ArrayList<StaffMessage>();
        for (int number = 1; number <= 7; number++) {
            var day = WINTER.plusDays(dice.nextInt(30));
            var at = dice.nextBoolean() ? school : other;
            var type = List.of(MAIN_EMPLOYMENT, SECONDARY_EMPLOYMENT).get(dice.nextInt(2));
            said.add(
                    switch (dice.nextInt(5)) {
                        case 0 -> says.assignment(number, day, at, type, dice.nextBoolean() ? "002" : "009", 10);
                        case 1 -> says.end(number, day, at, type);
                        case 2 -> says.title(number, day, at, type, "igazgató");
                        default -> says.posting(number, day, at, type, 10 + dice.nextInt(100));
                    });
        }
        return said;
    }

    private List<Runnable> steps(EducationId person, List<StaffMessage> said, int withdrawn) {
        var steps = new ArrayList<Runnable>();
        said.forEach(message -> steps.add(() -> report(message)));
        steps.add(() -> reports.withdraw(person, withdrawn));
        return steps;
    }

    private static List<Runnable> shuffled(List<Runnable> steps, Random dice) {
        var all = new ArrayList<>(steps);
        for (var step : steps) {
            if (dice.nextInt(3) == 0) {
                all.add(step);
            }
        }
        Collections.shuffle(all, dice);
        return all;
    }
}
