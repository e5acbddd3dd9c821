package dev.kapu.messaging;

import dev.kapu.gate.EventDoor;
import dev.kapu.start.Phases;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Offers what lies in the outbox at the door of events until it has left. An event may be offered twice, when the hub
 * dies between sending and settling; the broker drops the second message.
 */
final class Dispatcher implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final OutboxStore store;
    private final LeaderStore leader;
    private final EventDoor door;
    private final Offering offering;
    private final Settlement settlement;
    private final OutboxProperties properties;
    private final Semaphore news = new Semaphore(0);
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile boolean leads;
    private @Nullable ExecutorService threads;

    Dispatcher(
            OutboxStore store,
            EventContracts contracts,
            LeaderStore leader,
            EventDoor door,
            DeadEvents dead,
            OutboxProperties properties) {
        this.store = store;
        this.offering = new Offering(contracts, door);
        this.settlement = new Settlement(store, dead, properties.attempts(), properties.longestWait());
        this.leader = leader;
        this.door = door;
        this.properties = properties;
    }

    /** Something has been put into the outbox. */
    void wake() {
        news.release();
    }

    @Override
    public void start() {
        running = true;
        var pool = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "outbox");
            thread.setDaemon(true);
            return thread;
        });
        threads = pool;
        pool.execute(() -> watch(pool));
    }

    private void watch(ExecutorService pool) {
        try {
            while (running) {
                round(pool);
                if (news.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            leads = false;
            leader.close();
        }
    }

    private void round(ExecutorService pool) {
        try {
            leads = leader.leads();
            for (var partner : door.partners()) {
                if (leads) {
                    lanes.computeIfAbsent(partner, name -> lane(name, pool)).wake(() -> running && leads);
                }
            }
        } catch (RuntimeException e) {
            if (running) {
                log.warn("Events wait: {}", e.getClass().getName());
            }
        }
    }

    private Lane lane(String partner, ExecutorService pool) {
        return new Lane(partner, store, offering, settlement, pool, properties.longestWait());
    }

    @Override
    public void stop() {
        running = false;
        news.release();
        var pool = threads;
        if (pool != null) {
            pool.shutdown();
            try {
                if (!pool.awaitTermination(10, TimeUnit.SECONDS)) {
                    pool.shutdownNow();
                }
            } catch (InterruptedException e) {
                pool.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
        lanes.clear();
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
