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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** ADR 17. */
@HubTest
class MissesTest {
    private static final EducationId SOMEBODY = new EducationId(70000000016L);

    @Autowired
    private Today today;

    @Test
    void many_questions_at_once_are_no_more_tries_than_one_after_the_other() {
        var misses = new Misses(100, today, Patience.LIMIT);
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
        var misses = new Misses(100, today, Patience.LIMIT);
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
        var misses = new Misses(1, today, Duration.ofMillis(20));

        var outcome = misses.ask("partner", SOMEBODY, () -> {
            assertRefused(Fault.BUSY, () -> misses.ask("partner", SOMEBODY, () -> true));
            return true;
        });

        assertThat(outcome).isEqualTo(Misses.Outcome.FOUND);
        assertThat(misses.ask("partner", SOMEBODY, () -> true)).isEqualTo(Misses.Outcome.FOUND);
    }

    @Test
    void a_question_that_is_answered_or_fails_counts_for_nothing() {
        var misses = new Misses(1, today);

        for (int n = 0; n < 5; n++) {
            assertThat(misses.ask("partner", SOMEBODY, () -> true)).isEqualTo(Misses.Outcome.FOUND);
            assertThatThrownBy(() -> misses.ask("partner", SOMEBODY, () -> {
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(misses.ask("partner", SOMEBODY, () -> false)).isEqualTo(Misses.Outcome.NOBODY_FOR_THE_LAST_TIME);
        assertThat(misses.ask("partner", SOMEBODY, () -> true)).isEqualTo(Misses.Outcome.TOO_MANY);
        assertThat(misses.ask("another", SOMEBODY, () -> true)).isEqualTo(Misses.Outcome.FOUND);
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
