package dev.kapu.registry;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class FirstReportStore {
    private final JdbcClient jdbc;

    FirstReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the first affiliation was reported. */
    public Optional<Instant> reportedSince() {
        return jdbc.sql("""
                select min(first)
                  from institution i
                 cross join lateral (select min(reported_at) as first from affiliation where institution_code = i.code) f""")
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(Timestamp::toInstant);
    }
}
