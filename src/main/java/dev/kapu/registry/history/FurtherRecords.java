package dev.kapu.registry.history;

import dev.kapu.registry.EducationId;
import java.util.List;

/** Implemented by whatever keeps data of persons beside the registry, so that the person's file is whole (K27). */
public interface FurtherRecords {
    /**
     * Who asks must have been let through to the person. The oldest first.
     *
     * @param all IDs of the person, with those that were retired
     */
    List<FurtherRecord> about(List<EducationId> all);
}
