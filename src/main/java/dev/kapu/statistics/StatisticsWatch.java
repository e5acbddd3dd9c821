package dev.kapu.statistics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many numbers the latest term can still tell: whoever looks after the hub hears of it before partners do. */
@Component
class StatisticsWatch {
    private static final Logger log = LoggerFactory.getLogger(StatisticsWatch.class);
    /** Of all that a term may tell, this part is left. */
    private static final int LITTLE = 5;

    private final IntSupplier told;
    private final int most;
    private volatile double left;
    private boolean warned;

    @Autowired
    StatisticsWatch(StatisticsStore store, StatisticsProperties properties, MeterRegistry meters) {
        this(store::toldOfLatest, properties.mostTold(), meters);
    }

    StatisticsWatch(IntSupplier told, int most, MeterRegistry meters) {
        this.told = told;
        this.most = most;
        this.left = most;
        Gauge.builder("kapu.statistics.left", this, watch -> watch.left)
                .description(
                        "Numbers that the latest term of statistics can still tell and that do not follow from others")
                .register(meters);
    }

    @Scheduled(fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            left = Math.max(0, most - told.getAsInt());
        } catch (DataAccessException away) {
            left = Double.NaN;
            return;
        }
        boolean little = left < (double) most / LITTLE;
        if (little && !warned) {
            log.error("ALARM statistics of the term are almost full: {} of {} numbers are left", (int) left, most);
        }
        warned = little;
    }
}
