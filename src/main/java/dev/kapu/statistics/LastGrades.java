package dev.kapu.statistics;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By kind of institution, the grade after which whoever leaves has finished. Of a kind without one whoever leaves is a
 * drop-out: from a primary school one goes on, for schooling is compulsory beyond it.
 *
 * @param primary null: none
 */
record LastGrades(
        @Nullable @Min(1) @Max(Values.LAST_GRADE) Integer primary,
        @DefaultValue("12") @Min(1) @Max(Values.LAST_GRADE) int secondary,
        @DefaultValue("12") @Min(1) @Max(Values.LAST_GRADE) int vocational,
        @DefaultValue("12") @Min(1) @Max(Values.LAST_GRADE) int arts) {

    Map<String, Integer> byKind() {
        var byKind = new TreeMap<>(Map.of("secondary", secondary, "vocational", vocational, "arts", arts));
        if (primary != null) {
            byKind.put("primary", primary);
        }
        return byKind;
    }
}
