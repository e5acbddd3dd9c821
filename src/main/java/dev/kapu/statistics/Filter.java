package dev.kapu.statistics;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** @param values by dimension; of a dimension that is missing or empty, all */
public record Filter(Map<Dimension, Set<String>> values) {
    public static final Filter ALL = new Filter(Map.of());

    /** As this, and only the one value. */
    Filter with(Dimension dimension, String value) {
        var further = new EnumMap<Dimension, Set<String>>(Dimension.class);
        further.putAll(values);
        further.put(dimension, Set.of(value));
        return new Filter(further);
    }

    /** @throws FaultException {@code Client.Statistics.ValueUnknown} */
    void requireValuesOf(LocalDate term) {
        values.forEach((dimension, asked) -> {
            if (!Values.of(dimension, term).containsAll(asked)) {
                throw new FaultException(Fault.STATISTICS_VALUE_UNKNOWN, dimension.word());
            }
        });
    }
}
