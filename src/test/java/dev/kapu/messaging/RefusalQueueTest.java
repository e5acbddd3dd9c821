package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.gate.QueueRefusals.Refused;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RefusalQueueTest {
    private final List<String> recorded = new CopyOnWriteArrayList<>();

    @Test
    void the_broker_does_not_wait_and_what_is_too_much_is_counted() throws InterruptedException {
        var slow = new CountDownLatch(1);
        var started = new CountDownLatch(1);
        try (var queue = queue(
                refused -> {
                    started.countDown();
                    wait(slow);
                    recorded.add(refused.queue());
                },
                2)) {
            queue.recordLater(refused("a"));
            started.await();

            for (var name : List.of("b", "c", "d", "e")) {
                queue.recordLater(refused(name));
            }

            assertThat(queue.dropped()).isEqualTo(2);
            slow.countDown();
            await().untilAsserted(() -> assertThat(recorded).containsExactly("a", "b", "c"));
        }
    }

    @Test
    void a_refusal_that_cannot_be_recorded_is_tried_again() throws InterruptedException {
        var attempts = new AtomicInteger();
        try (var queue = queue(
                refused -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new FaultException(Fault.NOT_RECORDED);
                    }
                    recorded.add(refused.queue());
                },
                2)) {
            queue.recordLater(refused("a"));

            await().untilAsserted(() -> assertThat(recorded).containsExactly("a"));
            assertThat(queue.dropped()).isZero();
        }
    }

    @Test
    void what_waits_when_the_hub_stops_is_still_recorded() throws InterruptedException {
        var queue = queue(refused -> recorded.add(refused.queue()), 10);
        queue.recordLater(refused("a"));
        queue.recordLater(refused("b"));

        queue.close();

        assertThat(recorded).containsExactly("a", "b");
    }

    @Test
    void who_may_wait_hears_whether_it_is_on_record_and_what_is_not_is_tried_again() throws InterruptedException {
        try (var queue = new RefusalQueue(2)) {
            assertThat(queue.record(refused("before the hub is complete"))).isFalse();
            queue.recordBy(refused -> recorded.add(refused.queue()));

            assertThat(queue.record(refused("after"))).isTrue();

            assertThat(recorded).contains("after");
            await().untilAsserted(() -> assertThat(recorded).contains("before the hub is complete"));
        }
    }

    private static RefusalQueue queue(Consumer<Refused> recorder, int capacity) {
        var queue = new RefusalQueue(capacity);
        queue.recordBy(recorder);
        return queue;
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refused refused(String queue) {
        return new Refused(queue, "card-office", null, 1, Fault.INVALID, Instant.EPOCH, 0);
    }
}
