package dev.kapu.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class CountingPlanTest {
    @Autowired
    private JdbcClient jdbc;

    /** Joined with itself in a nested loop, it took minutes for 20 000 persons. */
    @Test
    void affiliations_are_read_once_so_that_a_registry_just_loaded_and_not_analyzed_is_counted_as_fast() {
        var plan = jdbc.sql("explain " + SnapshotStore.COUNT)
                .params(params())
                .query(String.class)
                .list();

        assertThat(reads(plan, "affiliation")).isEqualTo(1);
        assertThat(reads(plan, "person")).isEqualTo(1);
    }

    private static long reads(List<String> plan, String table) {
        return plan.stream()
                .filter(line -> line.matches(".*Scan (using \\w+ )?on " + table + "\\b.*"))
                .count();
    }

    private static Map<String, @Nullable Object> params() {
        var params = new HashMap<String, @Nullable Object>();
        params.put("term", LocalDate.of(2026, 10, 15));
        params.put("before", null);
        params.put("dayBefore", LocalDate.of(2026, 2, 15));
        params.put("from", 0L);
        params.put("to", Long.MAX_VALUE);
        params.put("newYear", false);
        params.put("yearBefore", null);
        params.put("earliest", 2006);
        params.put("lastGrade", Values.LAST_GRADE);
        params.put("shift", "8 months");
        params.put("kinds", new String[] {"secondary"});
        params.put("lasts", new Integer[] {12});
        return params;
    }
}
