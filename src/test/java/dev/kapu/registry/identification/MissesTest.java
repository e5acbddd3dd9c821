package dev.kapu.registry.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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
        var misses = new Misses(100, today);
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

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
