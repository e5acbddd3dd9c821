package dev.kapu.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first load as it may be configured, and when the first report came. */
public final class TestLoads {
    private TestLoads() {}

    public static FirstLoad of(
            JdbcClient jdbc, @Nullable LocalDate end, @Nullable Instant firstReport, LocalDate today) {
        var reports = new FirstReportStore(jdbc) {
            @Override
            public Optional<Instant> reportedSince() {
                return Optional.ofNullable(firstReport);
            }
        };
        var properties = new RegistryProperties(Period.ofYears(5), 15, 30, end, 92, 5, 14, 80, 100, null);
        return new FirstLoad(reports, properties, TestDays.on(today));
    }
}
