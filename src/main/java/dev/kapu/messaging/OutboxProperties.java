package dev.kapu.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param poll how often the hub looks for events that another node wrote, or that are due again
 * @param longestWait between two attempts at an event that cannot be sent
 * @param attempts at an event at which the hub itself fails, before it is a dead letter
 * @param history how long it is kept what became of an event
 */
@ConfigurationProperties("kapu.outbox")
record OutboxProperties(
        @DefaultValue("250ms") Duration poll,
        @DefaultValue("5m") Duration longestWait,
        @DefaultValue("10") int attempts,
        @DefaultValue("7d") Duration history) {}
