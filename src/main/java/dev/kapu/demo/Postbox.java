package dev.kapu.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.Predicate;

/** A partner's queue of events, read as they come, each once; the last ones are kept for who waits for one of them. */
final class Postbox implements Simulator {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int AT_ONCE = 200;
    private static final int KEPT = 1000;

    private final String partner;
    private final QueueWire queue;
    private final QueueWire.Reader reader;
    private final LinkedHashMap<String, Answer> kept = new LinkedHashMap<>();

    /** @param reader what the partner does about an event; if that fails, the event comes again */
    Postbox(String partner, QueueWire queue, QueueWire.Reader reader) {
        this.partner = partner;
        this.queue = queue;
        this.reader = reader;
    }

    static String queueOf(String partner) {
        return "kapu.out." + partner;
    }

    @Override
    public String name() {
        return partner + " (events)";
    }

    @Override
    public double share() {
        return 4;
    }

    @Override
    public Outcome once() throws IOException, InterruptedException {
        if (!queue.receive(PATIENCE, this::read)) {
            return Outcome.NOTHING;
        }
        int more = 1;
        while (more < AT_ONCE && queue.receive(Duration.ZERO, this::read)) {
            more++;
        }
        return Outcome.RECEIVED;
    }

    /** An event may come twice. */
    private void read(Answer event) throws IOException, InterruptedException {
        var id = event.text("eventId").orElse("");
        if (has(id)) {
            return;
        }
        reader.read(event);
        keep(id, event);
    }

    private synchronized boolean has(String eventId) {
        return kept.containsKey(eventId);
    }

    private synchronized void keep(String eventId, Answer event) {
        kept.put(eventId, event);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        notifyAll();
    }

    /**
     * Waits until such an event has come and the partner is done with it.
     *
     * @throws Setback if none does in time
     */
    synchronized Answer await(String kind, Predicate<Answer> such, Duration patience)
            throws Setback, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var found = kept.values().stream()
                    .filter(event -> event.kind().equals(kind) && such.test(event))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new Setback(partner, "no " + kind + " in time");
            }
            wait(Math.max(1, left / 1_000_000));
        }
    }

    @Override
    public void close() {
        queue.close();
    }
}
