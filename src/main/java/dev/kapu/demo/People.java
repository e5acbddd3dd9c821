package dev.kapu.demo;

import dev.kapu.registry.seed.SyntheticPerson;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Whom partners ask about: some hundred persons at a time, others after a while. */
final class People {
    private static final long KEPT_NANOS = Duration.ofMinutes(10).toNanos();
    private static final long UNTIL_SOMEBODY_COMES = Duration.ofSeconds(30).toNanos();

    private final Supplier<List<SyntheticPerson>> source;
    private List<SyntheticPerson> known = List.of();
    private long renewAt = System.nanoTime();

    People(Supplier<List<SyntheticPerson>> source) {
        this.source = source;
    }

    /** Empty where the registry holds no synthetic persons. */
    synchronized Optional<SyntheticPerson> somebody() {
        long now = System.nanoTime();
        if (now - renewAt >= 0) {
            known = new ArrayList<>(source.get());
            renewAt = now + (known.isEmpty() ? UNTIL_SOMEBODY_COMES : KEPT_NANOS);
        }
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(known.get(ThreadLocalRandom.current().nextInt(known.size())));
    }

    interface Question {
        Answer about(SyntheticPerson person) throws IOException, InterruptedException;
    }

    /** Asks about somebody; nothing is done while nobody is known. */
    Outcome ask(Question question) throws IOException, InterruptedException {
        var somebody = somebody();
        return somebody.isEmpty()
                ? Outcome.NOTHING
                : question.about(somebody.get()).outcome();
    }

    /** Somebody of another institution than this one's. */
    Optional<SyntheticPerson> elsewhere(SyntheticPerson person) {
        for (int attempt = 0; attempt < 20; attempt++) {
            var other = somebody().filter(found -> !found.institutionCode().equals(person.institutionCode()));
            if (other.isPresent()) {
                return other;
            }
        }
        return Optional.empty();
    }

    /** Who has left is not asked about again. */
    synchronized void forget(SyntheticPerson person) {
        known.remove(person);
        if (known.isEmpty()) {
            renewAt = System.nanoTime();
        }
    }
}
