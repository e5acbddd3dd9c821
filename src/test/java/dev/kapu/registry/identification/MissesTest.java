package dev.kapu.registry.identification;

import static dev.kapu.fault.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import dev.kapu.Patience;
import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** ADR 17. */
@HubTest
@ExtendWith(OutputCaptureExtension.class)
class MissesTest {
    private static final String SETTING = "kapu.test.misses-a-day";
    private static final List<EducationId> SOME = LongStream.iterate(1, serial -> serial + 1)
            .mapToObj(EducationId::ofSerial)
            .flatMap(Optional::stream)
            .limit(40_100)
            .toList();
    private static final EducationId SOMEBODY = new EducationId(70000000016L);

    @Autowired
    private Today today;

    @Test
    void many_questions_at_once_are_no_more_tries_than_one_after_the_other() {
        var misses = new Misses(SETTING, 100, today, Patience.LIMIT);
        var asked = new AtomicInteger();
        var all = new CountDownLatch(3);

        var outcomes = IntStream.range(0, 20)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> misses.ask("partner", SOMEBODY, () -> {
                            asked.incrementAndGet();
                            all.countDown();
                            await(all);
                            return false;
                        }),
                        task -> new Thread(task).start()))
                .toList();

        assertThat(outcomes.stream().map(CompletableFuture::join))
                .filteredOn(outcome -> outcome == Misses.Outcome.TOO_MANY)
                .hasSize(17);
        assertThat(asked).hasValue(3);
    }

    @Test
    void right_questions_at_once_wait_for_each_other_and_none_is_refused() {
        var misses = new Misses(SETTING, 100, today, Patience.LIMIT);
        var mayAnswer = new CountDownLatch(1);
        var asked = new AtomicInteger();
        var threads = new CopyOnWriteArrayList<Thread>();

        var outcomes = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> misses.ask("partner", SOMEBODY, () -> {
                            asked.incrementAndGet();
                            await(mayAnswer);
                            return true;
                        }),
                        task -> {
                            var thread = new Thread(task);
                            threads.add(thread);
                            thread.start();
                        }))
                .toList();
        Awaitility.await().until(() -> asked.get() == 3 && threads.stream().allMatch(MissesTest::waitsOrHasEnded));
        mayAnswer.countDown();

        assertThat(outcomes.stream().map(CompletableFuture::join)).containsOnly(Misses.Outcome.FOUND);
        assertThat(asked).hasValue(8);
    }

    @Test
    void who_waits_too_long_may_ask_again_later() {
        var misses = new Misses(SETTING, 1, today, Duration.ofMillis(20));

        var outcome = misses.ask("partner", SOMEBODY, () -> {
            assertRefused(Fault.BUSY, () -> misses.ask("partner", SOMEBODY, () -> true));
            return true;
        });

        assertThat(outcome).isEqualTo(Misses.Outcome.FOUND);
        assertThat(misses.ask("partner", SOMEBODY, () -> true)).isEqualTo(Misses.Outcome.FOUND);
    }

    @Test
    void a_question_that_is_answered_or_fails_counts_for_nothing() {
        var misses = new Misses(SETTING, 1, today);

        for (int n = 0; n < 5; n++) {
            assertThat(misses.ask("partner", SOMEBODY, () -> true)).isEqualTo(Misses.Outcome.FOUND);
            assertThatThrownBy(() -> misses.ask("partner", SOMEBODY, () -> {
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(misses.ask("partner", SOMEBODY, () -> false)).isEqualTo(Misses.Outcome.NOBODY);
        assertThat(misses.ask("partner", SOMEBODY, () -> true)).isEqualTo(Misses.Outcome.TOO_MANY);
        assertThat(misses.ask("another", SOMEBODY, () -> true)).isEqualTo(Misses.Outcome.FOUND);
    }

    @Test
    void a_centre_with_one_typing_error_in_a_hundred_is_not_stopped_however_many_it_names() {
        var misses = new Misses(SETTING, 300, today);

        for (int applicant = 1; applicant <= 40_000; applicant++) {
            boolean right = applicant % 100 != 0;
            assertThat(misses.ask("centre", somebody(applicant), () -> right)).isNotEqualTo(Misses.Outcome.TOO_MANY);
        }

        assertThat(misses.ask("centre", somebody(40_001), () -> true)).isEqualTo(Misses.Outcome.FOUND);
    }

    @Test
    void who_guesses_is_stopped_however_often_they_ask_what_they_know() {
        var misses = new Misses(SETTING, 30, today);
        for (int n = 0; n < 10_000; n++) {
            misses.ask("guesser", SOMEBODY, () -> true);
        }

        for (int n = 1; n <= 30; n++) {
            assertThat(misses.ask("guesser", somebody(n), () -> false)).isEqualTo(Misses.Outcome.NOBODY);
        }

        assertThat(misses.ask("guesser", somebody(31), () -> false)).isEqualTo(Misses.Outcome.TOO_MANY);
        assertThat(misses.ask("guesser", SOMEBODY, () -> true)).isEqualTo(Misses.Outcome.TOO_MANY);
    }

    @Test
    void who_guesses_among_many_right_questions_is_stopped_at_two_in_a_hundred_and_at_three_of_one_id() {
        var misses = new Misses(SETTING, 30, today);
        for (int n = 1; n <= 5_000; n++) {
            misses.ask("centre", somebody(n), () -> true);
        }

        for (int n = 1; n <= 3; n++) {
            assertThat(misses.ask("centre", somebody(0), () -> false)).isEqualTo(Misses.Outcome.NOBODY);
        }
        assertThat(misses.ask("centre", somebody(0), () -> true)).isEqualTo(Misses.Outcome.TOO_MANY);
        for (int n = 4; n <= 100; n++) {
            assertThat(misses.ask("centre", somebody(10_000 + n), () -> false)).isEqualTo(Misses.Outcome.NOBODY);
        }

        assertThat(misses.ask("centre", somebody(1), () -> true)).isEqualTo(Misses.Outcome.TOO_MANY);
    }

    @Test
    void the_administrator_is_told_once_before_somebody_is_stopped(CapturedOutput log) {
        var misses = new Misses(SETTING, 10, today);
        var alarm = "ALARM wrong questions of clumsy: 8 of 10 today (" + SETTING + ")";

        for (int n = 1; n <= 7; n++) {
            misses.ask("clumsy", somebody(n), () -> false);
        }
        assertThat(log).doesNotContain("ALARM wrong questions of clumsy");
        misses.ask("clumsy", somebody(8), () -> false);
        assertThat(log).contains(alarm);

        misses.ask("clumsy", somebody(9), () -> false);
        misses.ask("clumsy", somebody(10), () -> false);
        assertThat(log).containsOnlyOnce("ALARM wrong questions of clumsy").contains("its questions are refused");
    }

    private static EducationId somebody(int n) {
        return SOME.get(n);
    }

    private static boolean waitsOrHasEnded(Thread thread) {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, TERMINATED -> true;
            default -> false;
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
