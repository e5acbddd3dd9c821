package dev.kapu.submission;

import dev.kapu.registry.EducationId;
import java.util.List;
import org.springframework.stereotype.Component;

/** From which submissions a person's data came (K27). Who asks must have been let through to the person. */
@Component
public class Sources {
    private final SourceStore store;

    Sources(SourceStore store) {
        this.store = store;
    }

    /** @param ids of one person, the retired ones as well; the oldest first */
    public List<Source> of(List<EducationId> ids) {
        return store.of(ids);
    }
}
