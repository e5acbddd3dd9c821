package dev.kapu.registry.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lookups that wait at the same time share one query. */
class TogetherTest {
    private final ExecutorService askers = Executors.newCachedThreadPool();
    private final List<List<Integer>> rounds = new CopyOnWriteArrayList<>();
    private final List<Thread> came = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Together<Integer, String> together = new Together<>(this::answers, 1, 4);

    /** Holds up the question 0 until the gate opens, and refuses the question 13. */
    private List<String> answers(List<Integer> keys) {
        rounds.add(keys);
        if (keys.contains(0)) {
            awaitOpen();
        }
        if (keys.contains(13)) {
            throw new IllegalStateException("unlucky");
        }
        return keys.stream().map(key -> "answer " + key).toList();
    }

    @AfterEach
    void end() {
        askers.shutdownNow();
    }

    @Test
    void a_question_that_comes_alone_is_asked_alone_and_at_once() {
        assertThat(together.ask(1)).isEqualTo("answer 1");
        assertThat(together.ask(2)).isEqualTo("answer 2");

        assertThat(rounds).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void those_that_come_while_another_is_under_way_are_asked_together_up_to_the_most() throws Exception {
        var first = ask(0);
        await().until(() -> rounds.size() == 1);
        var others = IntStream.rangeClosed(1, 6).mapToObj(this::ask).toList();
        await().until(() -> waiting() == 7);

        gate.countDown();

        assertThat(first.get()).isEqualTo("answer 0");
        for (int i = 0; i < others.size(); i++) {
            assertThat(others.get(i).get()).isEqualTo("answer " + (i + 1));
        }
        assertThat(rounds).allSatisfy(round -> assertThat(round).hasSizeLessThanOrEqualTo(4));
        assertThat(rounds.stream().flatMap(List::stream)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
        assertThat(rounds).hasSizeLessThan(7);
    }

    @Test
    void a_failure_reaches_all_who_asked_together_and_nobody_else() throws Exception {
        var first = ask(0);
        await().until(() -> rounds.size() == 1);
        var unlucky = ask(13);
        await().until(() -> waiting() == 2);

        gate.countDown();

        assertThat(first.get()).isEqualTo("answer 0");
        assertThatThrownBy(unlucky::get).isInstanceOf(ExecutionException.class).hasRootCauseMessage("unlucky");
        assertThat(together.ask(5)).isEqualTo("answer 5");
    }

    @Test
    void one_who_is_interrupted_while_waiting_gets_the_answer_and_stays_interrupted() throws Exception {
        var first = ask(0);
        await().until(() -> rounds.size() == 1);
        var interrupted = askers.submit(() -> {
            came.add(Thread.currentThread());
            Thread.currentThread().interrupt();
            return together.ask(2) + " " + Thread.currentThread().isInterrupted();
        });
        await().until(() -> waiting() == 2);

        gate.countDown();

        assertThat(interrupted.get()).isEqualTo("answer 2 true");
        assertThat(first.get()).isEqualTo("answer 0");
    }

    private Future<String> ask(int key) {
        return askers.submit(() -> {
            came.add(Thread.currentThread());
            return together.ask(key);
        });
    }

    private long waiting() {
        return came.stream()
                .filter(thread -> thread.getState() == Thread.State.WAITING)
                .count();
    }

    private void awaitOpen() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
