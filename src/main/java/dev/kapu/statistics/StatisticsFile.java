package dev.kapu.statistics;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.history.FurtherRecord;
import dev.kapu.registry.history.FurtherRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/** As what a person was counted, which nobody is told but the person (K25, K27). */
@Component
class StatisticsFile implements FurtherRecords {
    private final StatisticsFileStore counted;

    StatisticsFile(StatisticsFileStore counted) {
        this.counted = counted;
    }

    @Override
    public List<FurtherRecord> about(List<EducationId> all) {
        return counted.of(all);
    }
}
