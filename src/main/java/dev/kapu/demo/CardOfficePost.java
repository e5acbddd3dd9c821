package dev.kapu.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;

/** The card office's other desk: takes its events off the queue and withdraws the cards that have lost their ground. */
final class CardOfficePost implements Simulator {
    static final String QUEUE = "kapu.out." + IdCardOffice.NAME;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int REMEMBERED = 1000;

    private final QueueWire queue;
    private final IdCardOffice office;
    private final LinkedHashSet<String> seen = new LinkedHashSet<>();

    CardOfficePost(QueueWire queue, IdCardOffice office) {
        this.queue = queue;
        this.office = office;
    }

    @Override
    public String name() {
        return IdCardOffice.NAME + " (events)";
    }

    @Override
    public double share() {
        return 1;
    }

    @Override
    public Outcome once() throws IOException, InterruptedException {
        return queue.receive(PATIENCE, this::read) ? Outcome.RECEIVED : Outcome.NOTHING;
    }

    /** An event may come twice. */
    private void read(Answer event) throws IOException, InterruptedException {
        var id = event.text("eventId").orElse("");
        if (seen.contains(id)) {
            return;
        }
        for (var card : event.all("cardNumber")) {
            if (office.withdraw(card, "entitlement-ended").outcome() == Outcome.FAILED) {
                throw new IOException("the withdrawal could not be reported");
            }
        }
        seen.add(id);
        if (seen.size() > REMEMBERED) {
            seen.remove(seen.iterator().next());
        }
    }

    boolean hasSeen(String eventId) {
        return seen.contains(eventId);
    }

    @Override
    public void close() {
        queue.close();
    }
}
