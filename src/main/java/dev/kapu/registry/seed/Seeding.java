package dev.kapu.registry.seed;

import static dev.kapu.registry.seed.Progress.grouped;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty registry before anything is served. All or nothing: one transaction, so that a hub killed meanwhile
 * starts with an empty registry again.
 */
@Component
class Seeding implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(Seeding.class);
    private static final int BATCH = 20_000;

    private final SeedProperties properties;
    private final SeedStore store;
    private final TransactionTemplate transaction;

    Seeding(SeedProperties properties, SeedStore store, TransactionTemplate transaction) {
        this.properties = properties;
        this.store = store;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!properties.enabled()) {
            return;
        }
        var loaded = store.loaded();
        if (loaded.isPresent()) {
            if (!properties.asksFor(loaded.get())) {
                log.warn(
                        "kapu.seed is ignored: the registry already holds a seed of {} persons in {} institutions. "
                                + "For another one, stop the hub, delete its data directory and start again.",
                        grouped(loaded.get().persons()),
                        grouped(loaded.get().institutions()));
            }
        } else if (store.registryIsEmpty()) {
            load(properties.size());
        } else {
            log.warn("kapu.seed is ignored: the registry holds data that are no seed. They stay as they are.");
        }
    }

    void load(SeedStore.Size size) {
        log.info(
                "Seeding the registry with {} synthetic persons in {} institutions",
                grouped(size.persons()),
                grouped(size.institutions()));
        var progress = new Progress(size.persons(), System.nanoTime());
        transaction.executeWithoutResult(status -> {
            var settlements = Settlement.all();
            var schools = new Schools(size.institutions(), settlements);
            store.addPlaces(settlements.all());
            store.copy(schools);
            copyPersons(new Population(schools, settlements), size.persons(), progress);
            store.mark(size);
        });
    }

    /** While the database takes one batch, the next is made. */
    private void copyPersons(Population population, int total, Progress progress) {
        var maker = Executors.newSingleThreadExecutor(task -> new Thread(task, "kapu-seed"));
        try {
            int done = 0;
            var next = make(population, total, maker);
            while (done < total) {
                var batch = next.join();
                done += batch.size();
                next = make(population, total - done, maker);
                store.copy(batch);
                progress.at(done, System.nanoTime()).ifPresent(log::info);
            }
        } finally {
            maker.shutdown();
        }
    }

    private static CompletableFuture<Batch> make(Population population, int left, Executor maker) {
        return CompletableFuture.supplyAsync(() -> Batch.of(population, Math.min(BATCH, left)), maker);
    }
}
