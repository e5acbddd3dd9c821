package dev.kapu.registry.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Asks at once for all that wait: while some questions are under way, those that come wait and are asked together. A
 * question that comes alone is asked alone and at once.
 *
 * @param <K> what is asked for
 * @param <A> what is answered
 */
public final class Together<K, A> {
    /** The answers, in the order of the keys. */
    public interface Source<K, A> {
        public List<A> ask(List<K> keys);
    }

    private final Source<K, A> source;
    private final int most;
    private final Semaphore leads;
    private final Queue<Question<K, A>> waiting = new ConcurrentLinkedQueue<>();

    /**
     * @param abreast how many may be asking at the same time
     * @param most how many questions are asked together
     */
    public Together(Source<K, A> source, int abreast, int most) {
        this.source = source;
        this.most = most;
        this.leads = new Semaphore(abreast);
    }

    private static final class Question<K, A> {
        private final K key;
        private final Thread asker = Thread.currentThread();
        private @Nullable A answer;
        private @Nullable RuntimeException failure;
        private volatile boolean settled;

        private Question(K key) {
            this.key = key;
        }

        private void settle(@Nullable A answer, @Nullable RuntimeException failure) {
            this.answer = answer;
            this.failure = failure;
            settled = true;
            LockSupport.unpark(asker);
        }

        @SuppressWarnings("NullAway") // without a failure there is an answer
        private A answer() {
            if (failure != null) {
                throw failure;
            }
            return answer;
        }
    }

    /** @throws RuntimeException what the source threw for all that were asked together */
    public A ask(K key) {
        var mine = new Question<K, A>(key);
        waiting.add(mine);
        boolean interrupted = false;
        while (!mine.settled) {
            if (leads.tryAcquire()) {
                lead();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return mine.answer();
    }

    private void lead() {
        try {
            askForAll(next());
        } finally {
            leads.release();
            // After the release: whoever came too late for this round finds the lead free, or is woken to take it.
            var left = waiting.peek();
            if (left != null) {
                LockSupport.unpark(left.asker);
            }
        }
    }

    private List<Question<K, A>> next() {
        var together = new ArrayList<Question<K, A>>();
        while (together.size() < most) {
            var question = waiting.poll();
            if (question == null) {
                break;
            }
            together.add(question);
        }
        return together;
    }

    private void askForAll(List<Question<K, A>> together) {
        if (together.isEmpty()) {
            return;
        }
        try {
            var answers =
                    source.ask(together.stream().map(question -> question.key).toList());
            for (int i = 0; i < together.size(); i++) {
                together.get(i).settle(answers.get(i), null);
            }
        } catch (RuntimeException failed) {
            together.forEach(question -> question.settle(null, failed));
        } catch (Error failed) {
            together.forEach(question -> question.settle(null, new IllegalStateException(failed)));
            throw failed;
        }
    }
}
