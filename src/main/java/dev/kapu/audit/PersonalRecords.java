package dev.kapu.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds the records of one person. An index on the record itself would be paid for by every request; so the records are
 * entered under their persons a minute later, and what is not entered yet is looked through.
 */
@Component
public class PersonalRecords {
    private static final Logger log = LoggerFactory.getLogger(PersonalRecords.class);
    private static final int BATCH = 20_000;

    private final PersonalRecordStore store;
    private long seen;

    PersonalRecords(PersonalRecordStore store) {
        this.store = store;
    }

    /**
     * Those by which something left, then those that were refused or failed; each the newest first. So nobody hides a
     * disclosure behind refusals.
     *
     * @param before number of the last one of the page before; null for the first page
     */
    public List<PersonalRecord> about(List<String> educationIds, @Nullable Long before, int limit) {
        return store.about(educationIds, before, limit);
    }

    /** Up to what was there the last time: a record with a lower number has been committed since, or never will be. */
    @Scheduled(fixedDelay = 60_000)
    synchronized void enter() {
        try {
            while (store.enter(seen, BATCH) == BATCH) {}
            seen = store.newest();
        } catch (DataAccessException later) {
            log.warn(
                    "Disclosure records are not entered under their persons: {}",
                    later.getClass().getSimpleName());
        }
    }
}
