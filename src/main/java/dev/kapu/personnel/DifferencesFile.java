package dev.kapu.personnel;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.history.FurtherRecord;
import dev.kapu.registry.history.FurtherRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/** In what the personnel module and the registry were found to differ about a person, for the person (K27). */
@Component
class DifferencesFile implements FurtherRecords {
    private final PersonalDifferenceStore differences;

    DifferencesFile(PersonalDifferenceStore differences) {
        this.differences = differences;
    }

    @Override
    public List<FurtherRecord> about(List<EducationId> all) {
        return differences.of(all);
    }
}
