package dev.kapu.personnel;

import static dev.kapu.registry.affiliation.AffiliationType.HOURLY_PAID;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.fault.Fault;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.staff.StaffSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** E4: what messages of the personnel module make of a person, whenever they come. */
class TimelineTest {
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final InstitutionCode HERE = new InstitutionCode("100001");
    private static final InstitutionCode THERE = new InstitutionCode("100002");

    private final Messages person = new Messages(TestRegistry.freeId(), LocalDate.of(1980, 1, 1));

    @Test
    void a_posting_begins_an_assignment_and_a_title_change_and_an_end_ends_E4() {
        var said = List.of(
                person.main(1, JANUARY, HERE),
                person.assignment(2, APRIL, HERE, MAIN_EMPLOYMENT, "002", 20),
                person.title(3, APRIL, HERE, MAIN_EMPLOYMENT, "igazgató"),
                person.end(4, MAY, HERE, MAIN_EMPLOYMENT));

        assertThat(on(MARCH, said)).containsExactly(span(HERE, JANUARY, null, "001", 26, "tanár"));
        assertThat(on(APRIL, said)).containsExactly(span(HERE, JANUARY, null, "002", 20, "igazgató"));
        assertThat(on(MAY, said)).containsExactly(span(HERE, JANUARY, MAY, "002", 20, "igazgató"));
    }

    @Test
    void a_late_message_holds_from_its_own_day_and_not_over_later_ones_E4() {
        var said = List.of(
                person.main(1, JANUARY, HERE),
                person.assignment(2, APRIL, HERE, MAIN_EMPLOYMENT, "002", 20),
                person.assignment(3, MARCH, HERE, MAIN_EMPLOYMENT, "001", 10));

        assertThat(on(MARCH, said)).containsExactly(span(HERE, JANUARY, null, "001", 10, "tanár"));
        assertThat(on(APRIL, said)).containsExactly(span(HERE, JANUARY, null, "002", 20, "tanár"));
    }

    @Test
    void whoever_ends_here_may_begin_there_on_the_same_day_K14() {
        var said = List.of(
                person.main(1, JANUARY, HERE),
                person.main(2, APRIL, THERE),
                person.end(3, APRIL, HERE, MAIN_EMPLOYMENT));

        assertThat(Timeline.of(List.of(), said).wrong()).isEmpty();
    }

    @Test
    void an_employment_may_last_for_one_day() {
        var said = List.of(person.posting(1, APRIL, HERE, HOURLY_PAID, 4), person.end(2, APRIL, HERE, HOURLY_PAID));

        assertThat(Timeline.of(List.of(), said).wrong()).isEmpty();
    }

    @Test
    void two_main_employments_at_once_contradict_until_the_end_of_one_has_come_K8() {
        var first = person.main(1, JANUARY, HERE);
        var second = person.main(2, APRIL, THERE);

        assertThat(Replayed.of(List.of(), List.of(first, second)).parked())
                .containsExactly(Map.entry(second, Fault.PERSONNEL_TWO_MAIN));
        var mended = Replayed.of(List.of(), List.of(first, second, person.end(3, MARCH, HERE, MAIN_EMPLOYMENT)));
        assertThat(mended.parked()).isEmpty();
        assertThat(mended.timeline().on(MAY)).extracting(StaffSpan::institution).containsExactly(HERE, THERE);
    }

    @Test
    void an_employment_that_is_over_may_be_reported_after_the_next_one_E4() {
        var said = List.of(
                person.main(1, APRIL, THERE),
                person.main(2, JANUARY, HERE),
                person.title(3, JANUARY.plusDays(9), HERE, MAIN_EMPLOYMENT, "igazgató"),
                person.end(4, MARCH, HERE, MAIN_EMPLOYMENT));

        var replayed = Replayed.of(List.of(), said);

        assertThat(replayed.parked()).isEmpty();
        assertThat(replayed.timeline().on(MAY)).contains(span(HERE, JANUARY, MARCH, "001", 26, "igazgató"));
    }

    @Test
    void an_end_before_the_start_or_of_nothing_contradicts() {
        var posting = person.main(1, APRIL, HERE);

        assertThat(reason(posting, person.end(2, MARCH, HERE, MAIN_EMPLOYMENT)))
                .isEqualTo(Fault.PERSONNEL_END_BEFORE_START);
        assertThat(reason(posting, person.end(2, MAY, THERE, MAIN_EMPLOYMENT)))
                .isEqualTo(Fault.PERSONNEL_NO_EMPLOYMENT);
        assertThat(reason(posting, person.title(2, MARCH, HERE, MAIN_EMPLOYMENT, "igazgató")))
                .isEqualTo(Fault.PERSONNEL_NO_EMPLOYMENT);
        assertThat(reason(posting, person.main(2, MAY, HERE))).isEqualTo(Fault.AFFILIATION_OVERLAPS);
    }

    @Test
    void an_end_and_what_holds_from_a_later_day_contradict_and_either_says_so() {
        var posting = person.main(1, JANUARY, HERE);
        var end = person.end(3, MARCH, HERE, MAIN_EMPLOYMENT);
        var title = person.title(2, APRIL, HERE, MAIN_EMPLOYMENT, "igazgató");

        var endLast = Replayed.of(List.of(), List.of(posting, title, end));
        var titleLast = Replayed.of(
                List.of(),
                List.of(
                        posting,
                        person.end(2, MARCH, HERE, MAIN_EMPLOYMENT),
                        person.title(3, APRIL, HERE, MAIN_EMPLOYMENT, "igazgató")));

        assertThat(endLast.parked()).containsExactly(Map.entry(end, Fault.PERSONNEL_AFTER_END));
        assertThat(titleLast.parked()).containsValue(Fault.PERSONNEL_AFTER_END);
    }

    @Test
    void what_the_registry_held_before_counts_as_posted() {
        var held = span(HERE, JANUARY, null, "001", 26, "tanár");

        assertThat(Timeline.of(List.of(held), List.of(person.end(1, MARCH, HERE, MAIN_EMPLOYMENT)))
                        .on(MAY))
                .containsExactly(span(HERE, JANUARY, MARCH, "001", 26, "tanár"));
        assertThat(Replayed.of(List.of(held), List.of(person.main(1, APRIL, THERE)))
                        .parked())
                .containsValue(Fault.PERSONNEL_TWO_MAIN);
        assertThat(Timeline.of(List.of(held), List.of(person.posting(1, JANUARY, HERE, MAIN_EMPLOYMENT, 30)))
                        .on(MAY))
                .containsExactly(span(HERE, JANUARY, null, "001", 30, "tanár"));
    }

    @Test
    void any_order_and_any_repetition_makes_the_same_E4() {
        var dice = new Random(24);
        for (int round = 0; round < 300; round++) {
            var said = random(dice);
            var shuffled = new ArrayList<>(said);
            Collections.shuffle(shuffled, dice);

            var one = Replayed.of(List.of(), said);
            var other = Replayed.of(List.of(), shuffled);

            assertThat(other.timeline().on(MAY.plusYears(2)))
                    .isEqualTo(one.timeline().on(MAY.plusYears(2)));
            assertThat(other.parked()).isEqualTo(one.parked());
            assertThat(mains(one.timeline().on(MAY.plusYears(2)))).isTrue();
        }
    }

    @Test
    void contradictions_without_end_are_given_up_in_time() {
        var said = new ArrayList<StaffMessage>();
        for (int number = 1; number <= 400; number += 2) {
            said.add(person.main(number, MAY.plusDays(number), number % 4 == 1 ? HERE : THERE));
            said.add(person.end(number + 1, MAY.plusYears(9).minusDays(number), THERE, MAIN_EMPLOYMENT));
        }

        var replayed = Replayed.of(List.of(), said);

        assertThat(replayed.parked()).hasSizeGreaterThan(300);
        assertThat(replayed.trials()).isLessThan(30_000);
    }

    /** Nonsense as well as sense. */
    private List<StaffMessage> random(Random dice) {
        var said = new ArrayList<StaffMessage>();
        for (int number = 1; number <= 8; number++) {
            var day = JANUARY.plusDays(dice.nextInt(20));
            var at = dice.nextBoolean() ? HERE : THERE;
            var type = dice.nextBoolean() ? MAIN_EMPLOYMENT : HOURLY_PAID;
            said.add(
                    switch (dice.nextInt(4)) {
                        case 0 -> person.assignment(number, day, at, type, "002", dice.nextInt(30));
                        case 1 -> person.end(number, day, at, type);
                        default -> person.posting(number, day, at, type, dice.nextInt(30));
                    });
        }
        return said;
    }

    private static boolean mains(List<StaffSpan> spans) {
        return spans.stream()
                .allMatch(one ->
                        spans.stream().noneMatch(other -> !other.key().equals(one.key()) && one.collidesWith(other)));
    }

    private static List<StaffSpan> on(LocalDate day, List<StaffMessage> said) {
        return Timeline.of(List.of(), said).on(day);
    }

    private static @Nullable Fault reason(StaffMessage first, StaffMessage second) {
        return Replayed.of(List.of(), List.of(first, second)).parked().get(second);
    }

    private static StaffSpan span(
            InstitutionCode at, LocalDate start, @Nullable LocalDate end, String site, int hours, String post) {
        return new StaffSpan(at, MAIN_EMPLOYMENT, start, end, new SiteSerial(site), BigDecimal.valueOf(hours), post);
    }
}
