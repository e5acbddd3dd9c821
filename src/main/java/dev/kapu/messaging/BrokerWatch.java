package dev.kapu.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the queues every few seconds: gauges, and one line in the log when something begins to go wrong. */
final class BrokerWatch implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(BrokerWatch.class);

    private final Queues queues;
    private final MultiGauge depth;
    private final MultiGauge consumers;
    private final Set<String> withDeadLetters = new HashSet<>();
    private boolean diskFull;
    private boolean connected = true;

    BrokerWatch(Queues queues, MeterRegistry meters) {
        this.queues = queues;
        this.depth = MultiGauge.builder("kapu.queue.depth")
                .description("Messages waiting in a queue")
                .register(meters);
        this.consumers = MultiGauge.builder("kapu.queue.consumers")
                .description("Consumers connected to a queue")
                .register(meters);
        Gauge.builder(
                        "kapu.broker.disk.usage",
                        queues,
                        watched -> watched.health().diskUsage())
                .description("Part of the broker's disk that is in use, from 0 to 1; at min-disk-free it takes no more")
                .register(meters);
    }

    @Override
    public void run() {
        var health = queues.health();
        alarm(health);
        if (health.connected()) {
            var states = queues.all();
            measure(states);
            states.stream().filter(state -> QueueNames.isDead(state.name())).forEach(this::alarm);
        }
    }

    private void measure(List<Queues.QueueState> states) {
        depth.register(
                states.stream()
                        .filter(state -> state.depth() >= 0)
                        .map(state -> MultiGauge.Row.of(Tags.of("queue", state.name()), state.depth()))
                        .toList(),
                true);
        consumers.register(
                states.stream()
                        .filter(state -> state.consumers() >= 0)
                        .map(state -> MultiGauge.Row.of(Tags.of("queue", state.name()), state.consumers()))
                        .toList(),
                true);
    }

    private void alarm(Queues.QueueState dead) {
        if (dead.depth() == 0) {
            withDeadLetters.remove(dead.name());
        } else if (dead.depth() > 0 && withDeadLetters.add(dead.name())) {
            log.error("ALARM dead letters: {} in {}", dead.depth(), dead.name());
        }
    }

    private void alarm(BrokerHealth health) {
        if (health.diskFull() && !diskFull) {
            log.error(
                    "ALARM broker takes no more messages: {}% of its disk in use",
                    Math.round(health.diskUsage() * 100));
        } else if (!health.diskFull() && diskFull) {
            log.info("Broker takes messages again");
        }
        if (!health.connected() && connected) {
            log.error("ALARM message broker cannot be reached");
        }
        diskFull = health.diskFull();
        connected = health.connected();
    }
}
