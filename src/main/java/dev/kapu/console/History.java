package dev.kapu.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The last two minutes of the traffic, from which rates follow. */
@Component
class History {
    static final int SAMPLES = 61;

    private record Sample(Instant at, List<Flow> flows) {
        long count(Predicate<Flow> which) {
            return flows.stream().filter(which).mapToLong(Flow::count).sum();
        }
    }

    private final Traffic traffic;
    private final Clock clock;
    private final Deque<Sample> samples = new ArrayDeque<>(SAMPLES);
    private final Map<String, Instant> lastFailures = new HashMap<>();

    @Autowired
    History(Traffic traffic) {
        this(traffic, Clock.systemUTC());
    }

    History(Traffic traffic, Clock clock) {
        this.traffic = traffic;
        this.clock = clock;
    }

    @Scheduled(fixedRate = 2_000)
    void sample() {
        var sample = new Sample(clock.instant(), traffic.flows());
        synchronized (samples) {
            var previous = samples.peekLast();
            if (previous != null) {
                noteFailures(previous, sample);
            }
            if (samples.size() == SAMPLES) {
                samples.removeFirst();
            }
            samples.addLast(sample);
        }
    }

    /** Requests per second over the last minute, or since the hub started if that is less. */
    double perSecond(Predicate<Flow> which) {
        synchronized (samples) {
            var last = samples.peekLast();
            if (last == null) {
                return 0;
            }
            var since = last.at().minus(Duration.ofMinutes(1));
            var first = samples.stream()
                    .filter(sample -> !sample.at().isBefore(since))
                    .findFirst()
                    .orElse(last);
            return rate(first, last, which);
        }
    }

    /** Requests per second between each sample and the next, oldest first. */
    List<Double> curve() {
        synchronized (samples) {
            var rates = new ArrayList<Double>();
            Sample previous = null;
            for (var sample : samples) {
                if (previous != null) {
                    rates.add(rate(previous, sample, flow -> true));
                }
                previous = sample;
            }
            return rates;
        }
    }

    /** When an operation failed last, to the nearest sample. */
    Optional<Instant> lastFailure(String operation) {
        synchronized (samples) {
            return Optional.ofNullable(lastFailures.get(operation));
        }
    }

    private static double rate(Sample first, Sample last, Predicate<Flow> which) {
        var seconds = Duration.between(first.at(), last.at()).toMillis() / 1000.0;
        return seconds <= 0 ? 0 : (last.count(which) - first.count(which)) / seconds;
    }

    private void noteFailures(Sample previous, Sample sample) {
        sample.flows().stream()
                .filter(flow -> flow.ended("failed"))
                .map(Flow::operation)
                .distinct()
                .forEach(operation -> {
                    Predicate<Flow> failed =
                            flow -> flow.ended("failed") && flow.operation().equals(operation);
                    if (sample.count(failed) > previous.count(failed)) {
                        lastFailures.put(operation, sample.at());
                    }
                });
    }
}
