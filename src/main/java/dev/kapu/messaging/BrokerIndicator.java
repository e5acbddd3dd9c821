package dev.kapu.messaging;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down as soon as the hub can put nothing on a queue. */
final class BrokerIndicator extends AbstractHealthIndicator {
    private final Queues queues;

    BrokerIndicator(Queues queues) {
        this.queues = queues;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var health = queues.health();
        builder.withDetail("embedded", health.embedded()).withDetail("diskUsage", health.diskUsage());
        if (health.connected() && !health.diskFull()) {
            builder.up();
        } else {
            builder.down();
        }
    }
}
