package dev.kapu.soap;

import dev.kapu.start.Phases;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When requests are taken from queues: from the moment the routes can answer, for they may have waited long, to the
 * beginning of the stop.
 */
@Component
final class RequestQueues implements SmartLifecycle {
    private final Endpoints endpoints;
    private volatile boolean running;

    RequestQueues(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Override
    public void start() {
        endpoints.openQueues();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        endpoints.closeQueues();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Phases.QUEUES;
    }
}
