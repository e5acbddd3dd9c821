package dev.kapu.console;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What the gate has measured since the hub started: its timer {@code kapu.requests}. */
@Component
class Traffic {
    private static final double P99 = 0.99;

    private final MeterRegistry registry;

    Traffic(MeterRegistry registry) {
        this.registry = registry;
    }

    List<Flow> flows() {
        return registry.find("kapu.requests").timers().stream()
                .map(Traffic::flow)
                .toList();
    }

    private static Flow flow(Timer timer) {
        var snapshot = timer.takeSnapshot();
        var p99 = Arrays.stream(snapshot.percentileValues())
                .filter(value -> value.percentile() == P99)
                .mapToDouble(value -> value.value(TimeUnit.MILLISECONDS))
                .findFirst()
                .orElse(0);
        return new Flow(
                tag(timer, "partner"),
                tag(timer, "operation"),
                tag(timer, "outcome").toLowerCase(Locale.ROOT),
                snapshot.count(),
                snapshot.total(TimeUnit.MILLISECONDS),
                p99);
    }

    private static String tag(Timer timer, String name) {
        var value = timer.getId().getTag(name);
        return value == null ? "unknown" : value;
    }
}
