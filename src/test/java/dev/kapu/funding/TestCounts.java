package dev.kapu.funding;

import static dev.kapu.registry.TestRegistry.TODAY;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers of the last first of October whose reports are all due, as if they had been counted then. */
public final class TestCounts {
    private final ApplicationContext hub;
    private final String institution;

    TestCounts(ApplicationContext hub, String institution) {
        this.hub = hub;
        this.institution = institution;
    }

    static LocalDate day() {
        var then = TODAY.minusDays(20);
        return LocalDate.of(then.getMonthValue() < 10 ? then.getYear() - 1 : then.getYear(), 10, 1);
    }

    /** @return the reference date */
    public static LocalDate inGradeThree(ApplicationContext hub, String institution, int pupils) {
        new TestCounts(hub, institution).counted("001", "compulsory-student", 3, pupils);
        return day();
    }

    void counted(String site, String type, int grade, int affiliations) {
        var snapshots = hub.getBean(Snapshots.class);
        await().ignoreException(CannotAcquireLockException.class).untilAsserted(snapshots::takeDue);
        hub.getBean(JdbcClient.class)
                .sql("insert into funding_headcount values (?, ?, ?, ?, ?, ?)")
                .params(day(), institution, site, type, grade, affiliations)
                .update();
    }
}
