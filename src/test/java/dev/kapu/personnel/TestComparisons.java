package dev.kapu.personnel;

import dev.kapu.registry.InstitutionCode;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Comparisons of staff lists, for tests elsewhere. */
public final class TestComparisons {
    private TestComparisons() {}

    /** As of tonight, with a personnel module that knows nobody at the institution. */
    public static void withNobody(ApplicationContext hub, String institution) {
        hub.getBean(ComparisonRounds.class)
                .compare(Instant.now(), (asked, day) -> List.of(), List.of(new InstitutionCode(institution)));
    }

    /** @param failure of the latest attempt, e.g. {@code too-slow}; null: it was answered */
    public static void found(ApplicationContext hub, String institution, int differing, @Nullable String failure) {
        hub.getBean(JdbcClient.class)
                .sql("""
                insert into personnel_comparison (institution_code, day, only_here, only_there, differing, failure, failed_at)
                values (:code, current_date, 0, 0, :differing, :failure, case when :failure is not null then now() end)""")
                .param("code", institution)
                .param("differing", differing)
                .param("failure", failure, Types.VARCHAR)
                .update();
    }

    /** They agree. */
    public static void forget(ApplicationContext hub, List<String> institutions) {
        hub.getBean(JdbcClient.class)
                .sql("""
                update personnel_comparison set differing = 0, failure = null, failed_at = null
                 where institution_code = any (?)""")
                .param(institutions.toArray(String[]::new))
                .update();
    }
}
