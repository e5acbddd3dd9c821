package dev.kapu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeterTest {
    private static final long SECOND = 1_000_000_000;
    private static final long TODAY = 20_000;
    private static final long NO_LIMIT = 1_000_000_000_000L;

    private final Meter meter = new Meter();

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 7, 20_000, 1_000_000})
    void a_second_holds_as_many_as_the_quota_says(long perSecond) {
        var quota = new Grant.Quota(perSecond, NO_LIMIT);

        assertThat(take(quota, 0)).isEqualTo(perSecond);
        assertThat(take(quota, 2 * SECOND)).isEqualTo(perSecond);
    }

    @Test
    void what_was_taken_comes_back_evenly() {
        var quota = new Grant.Quota(10, NO_LIMIT);
        take(quota, 0);

        assertThat(take(quota, SECOND / 2)).isEqualTo(5);
        assertThat(take(quota, SECOND / 2 + SECOND / 20)).isZero();
        assertThat(take(quota, SECOND)).isEqualTo(5);
    }

    @Test
    void a_clock_that_overflows_changes_nothing() {
        var quota = new Grant.Quota(4, NO_LIMIT);
        var late = Long.MAX_VALUE - SECOND / 4;

        assertThat(take(quota, late)).isEqualTo(4);
        assertThat(take(quota, late + SECOND / 2)).isEqualTo(2);
    }

    @Test
    void a_day_holds_as_many_as_the_quota_says_and_the_next_as_many_again() {
        var quota = new Grant.Quota(1000, 5);

        assertThat(count(10, () -> meter.take(quota, 0, TODAY))).isEqualTo(5);
        assertThat(count(10, () -> meter.take(quota, 0, TODAY + 1))).isEqualTo(5);
        assertThat(meter.usedToday(TODAY + 1)).isEqualTo(5);
    }

    @Test
    void a_thread_that_took_its_day_before_midnight_counts_for_the_new_day() {
        var quota = new Grant.Quota(1000, 5);
        count(3, () -> meter.take(quota, 0, TODAY + 1));

        meter.take(quota, 0, TODAY);

        assertThat(meter.usedToday(TODAY + 1)).isEqualTo(4);
    }

    @Test
    void what_the_second_refuses_does_not_count_for_the_day() {
        var quota = new Grant.Quota(2, 100);

        count(10, () -> meter.take(quota, 0, TODAY));

        assertThat(meter.usedToday(TODAY)).isEqualTo(2);
    }

    @Test
    void many_threads_together_get_exactly_the_quota_of_a_second() throws InterruptedException {
        var quota = new Grant.Quota(50_000, NO_LIMIT);

        assertThat(together(8, () -> count(20_000, () -> meter.take(quota, 0, TODAY))))
                .isEqualTo(50_000);
    }

    @Test
    void many_threads_together_get_exactly_the_quota_of_a_day() throws InterruptedException {
        var quota = new Grant.Quota(1_000_000, 50_000);

        assertThat(together(8, () -> count(20_000, () -> meter.take(quota, 0, TODAY))))
                .isEqualTo(50_000);
    }

    private long take(Grant.Quota quota, long nanos) {
        return count(quota.perSecond() + 5, () -> meter.take(quota, nanos, TODAY));
    }

    private static long count(long attempts, BooleanSupplier attempt) {
        var taken = 0L;
        for (long i = 0; i < attempts; i++) {
            taken += attempt.getAsBoolean() ? 1 : 0;
        }
        return taken;
    }

    private static long together(int threads, Callable<Long> work) throws InterruptedException {
        var start = new CyclicBarrier(threads);
        var all = new ArrayList<Callable<Long>>();
        for (int i = 0; i < threads; i++) {
            all.add(() -> {
                start.await();
                return work.call();
            });
        }
        var executor = Executors.newFixedThreadPool(threads);
        try {
            var sum = 0L;
            for (var done : executor.invokeAll(all)) {
                sum += done.get();
            }
            return sum;
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            executor.shutdown();
        }
    }
}
