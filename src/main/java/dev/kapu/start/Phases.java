package dev.kapu.start;

import org.springframework.context.SmartLifecycle;

/**
 * In which order the parts of the hub stop, the highest first; they start the other way round. Between those named here
 * Spring Boot's web server takes nothing new and finishes what it has (default − 1024), then closes (− 2048), and Camel's
 * routes end (− 2049). Recorder, broker and database are beans that others depend on and go last.
 */
public final class Phases {
    /** Simulated partners: strangers who leave before the house closes. */
    public static final int PARTNERS = SmartLifecycle.DEFAULT_PHASE;

    /** What takes messages from request queues and from the outbox. */
    public static final int QUEUES = SmartLifecycle.DEFAULT_PHASE - 512;

    /** The services over HTTP: there before the web server listens, and until it has closed. */
    public static final int SERVICES = SmartLifecycle.DEFAULT_PHASE - 4096;

    private Phases() {}
}
