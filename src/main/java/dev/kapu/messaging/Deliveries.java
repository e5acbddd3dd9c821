package dev.kapu.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events that happened and are not yet on a partner's queue. */
public interface Deliveries {
    List<Backlog> waiting();

    /**
     * @param events at most 100 000; so many are so many or more
     * @param failing those of them that were tried in vain
     * @param lastError code of the fault catalogue
     */
    record Backlog(
            String partner,
            long events,
            long failing,
            Instant oldest,
            @Nullable String lastError) {}
}
