package dev.kapu.personnel;

import dev.kapu.registry.Today;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Measures how the module answers, on every node: whoever reads the gauges never waits for the database. */
@Component
class ModuleWatch {
    private final ModuleContactStore store;
    private final Today today;
    private volatile double silentSeconds;
    private volatile double unanswered;

    ModuleWatch(ModuleContactStore store, Today today, MeterRegistry meters) {
        this.store = store;
        this.today = today;
        Gauge.builder("kapu.personnel.silent", this, watch -> watch.silentSeconds)
                .description("For how long the personnel module has not answered; 0 while it answers")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("kapu.personnel.unanswered", this, watch -> watch.unanswered)
                .description("Institutions for which the personnel module gave no answer at the latest attempt")
                .register(meters);
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            var contact = store.find();
            silentSeconds = contact.map(ModuleContact::silentSince)
                    .map(since -> Duration.between(since, today.instant()).toMillis() / 1000.0)
                    .orElse(0.0);
            unanswered = contact.map(ModuleContact::unanswered).orElse(0);
        } catch (DataAccessException away) {
            silentSeconds = Double.NaN;
            unanswered = Double.NaN;
        }
    }
}
