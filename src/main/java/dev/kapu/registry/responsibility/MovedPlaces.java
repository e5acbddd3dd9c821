package dev.kapu.registry.responsibility;

import dev.kapu.registry.EducationId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Where the list of settlements has changed, it is settled anew who answers for those who reside there (K7). */
@Component
class MovedPlaces {
    private static final Logger log = LoggerFactory.getLogger(MovedPlaces.class);
    private static final int BATCH = 1_000;

    private final PlaceListStore store;
    private final Responsibilities responsibilities;

    MovedPlaces(PlaceListStore store, Responsibilities responsibilities) {
        this.store = store;
        this.responsibilities = responsibilities;
    }

    /** Each person in a transaction of their own. A hub that is stopped meanwhile does all of it again. */
    @Scheduled(fixedDelay = 60_000)
    synchronized void settle() {
        try {
            store.lastChange().ifPresent(change -> {
                settleAll();
                store.settled(change);
            });
        } catch (DataAccessException later) {
            log.warn(
                    "Who answers near changed settlements is not settled yet: {}",
                    later.getClass().getSimpleName());
        }
    }

    private void settleAll() {
        long after = 0;
        List<EducationId> some;
        do {
            some = store.claimedNearChanges(after, BATCH);
            some.forEach(responsibilities::settle);
            after = some.isEmpty() ? after : some.get(some.size() - 1).number();
        } while (some.size() == BATCH);
    }
}
