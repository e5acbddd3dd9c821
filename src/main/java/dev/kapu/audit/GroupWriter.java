package dev.kapu.audit;

import dev.kapu.audit.DisclosureGroupStore.RowsRefused;
import dev.kapu.audit.DisclosureGroupStore.Unavailable;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes all that wait and stores them together; whatever comes meanwhile is the next group. Under load, which is when
 * the group before held several, it lets more come first: a commit costs the server as much as ten rows. A record that
 * comes alone is stored at once. Ends when interrupted.
 */
final class GroupWriter implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(GroupWriter.class);

    private final BlockingQueue<Entry> queue;
    private final DisclosureGroupStore store;
    private final int most;
    private final long gatherNanos;
    private final RecordDoor door;
    private final Timer commits;
    private final DistributionSummary groups;
    private boolean several;

    /**
     * @param properties how large a group may be, and how long it may gather
     * @param door hears how each went
     */
    GroupWriter(
            BlockingQueue<Entry> queue,
            DisclosureGroupStore store,
            AuditProperties properties,
            RecordDoor door,
            MeterRegistry meters) {
        this.queue = queue;
        this.store = store;
        this.most = properties.group();
        this.door = door;
        this.gatherNanos = properties.gather().toNanos();
        this.commits = meters.timer("kapu.audit.commit");
        this.groups = meters.summary("kapu.audit.group");
    }

    @Override
    public void run() {
        var group = new ArrayList<Entry>(most);
        try {
            while (true) {
                group.add(queue.take());
                if (several) {
                    LockSupport.parkNanos(gatherNanos);
                }
                storeAllOf(group);
            }
        } catch (InterruptedException ending) {
            while (!queue.isEmpty()) {
                storeAllOf(group);
            }
        } finally {
            store.close();
        }
    }

    private void storeAllOf(List<Entry> group) {
        queue.drainTo(group, most - group.size());
        several = group.size() > 1;
        try {
            store(group.stream().filter(Entry::take).toList());
        } catch (RuntimeException | Error e) {
            // This thread must not end: without it nothing is answered any more.
            log.error(
                    "Disclosure records could not be written: {}", e.getClass().getName());
            group.forEach(entry -> entry.settle(false));
        }
        group.clear();
    }

    private void store(List<Entry> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            var started = System.nanoTime();
            store.write(group.stream().map(Entry::row).toList());
            reportAvailable();
            group.forEach(entry -> entry.settle(true));
            commits.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
            groups.record(group.size());
        } catch (RowsRefused e) {
            refused(group, e);
        } catch (Unavailable e) {
            reportUnavailable(e);
            group.forEach(entry -> entry.settle(false));
        }
    }

    /** One bad row must not fail its neighbours. */
    private void refused(List<Entry> group, RowsRefused e) {
        if (group.size() > 1) {
            group.forEach(entry -> store(List.of(entry)));
        } else {
            log.error("The database refuses a disclosure record: SQLSTATE {}", e.state());
            group.get(0).settle(false);
        }
    }

    private void reportAvailable() {
        if (door.stored()) {
            log.info("Disclosures are recorded again");
        }
    }

    private void reportUnavailable(Unavailable e) {
        if (door.failed(e.state())) {
            log.error("ALARM disclosures cannot be recorded, so nothing is disclosed: {}", e.getMessage());
        }
    }
}
