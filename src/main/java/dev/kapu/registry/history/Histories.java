package dev.kapu.registry.history;

import dev.kapu.registry.EducationId;
import java.util.List;
import org.springframework.stereotype.Component;

/** What became of a person's data since they were registered (K27). Who asks must have been let through to the person. */
@Component
public class Histories {
    private final HistoryStore store;

    Histories(HistoryStore store) {
        this.store = store;
    }

    /** Oldest first; with what happened to IDs that were merged into this one, or this one was merged into. */
    public List<HistoryEntry> of(EducationId id) {
        return store.of(id);
    }
}
