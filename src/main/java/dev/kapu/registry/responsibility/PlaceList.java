package dev.kapu.registry.responsibility;

import dev.kapu.registry.RegistryProperties;
import dev.kapu.start.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes over the list of settlements at every start; what it says already is left alone (K7). */
@Component
class PlaceList implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(PlaceList.class);
    private static final int BATCH = 1_000;

    private final PlaceListStore store;
    private final RegistryProperties properties;
    private final Home home;
    private final TransactionTemplate transaction;

    PlaceList(PlaceListStore store, RegistryProperties properties, Home home, TransactionTemplate transaction) {
        this.store = store;
        this.properties = properties;
        this.home = home;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var list = list();
        if (properties.places() != null || list.exists()) {
            int changed = take(list);
            log.info("{} settlements are new in the list or have moved", changed);
        } else {
            log.warn("config/settlements-hu.csv is missing: distances are measured to the settlements known already");
        }
    }

    private Resource list() {
        var own = properties.places();
        return own == null ? home.file("config", "settlements-hu.csv") : new FileSystemResource(own);
    }

    /**
     * All or nothing; however long the list is, little of it is in memory at a time.
     *
     * @return how many places are new or have moved
     * @throws IllegalArgumentException if the file is no such list
     */
    int take(Resource list) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(list.getInputStream(), StandardCharsets.UTF_8))) {
            var head = lines.readLine();
            if (head == null || !PlaceFile.isHead(head)) {
                throw new IllegalArgumentException("kapu.registry.places: the first line does not name the columns");
            }
            var changed = transaction.execute(status -> takeAll(lines));
            return changed == null ? 0 : changed;
        }
    }

    private int takeAll(BufferedReader lines) {
        store.lock();
        var file = new PlaceFile();
        var batch = new ArrayList<Place>(BATCH);
        var changed = new int[1];
        lines.lines().map(file::read).forEach(place -> {
            batch.add(place);
            if (batch.size() == BATCH) {
                changed[0] += store.put(batch);
                batch.clear();
            }
        });
        return changed[0] + store.put(batch);
    }
}
