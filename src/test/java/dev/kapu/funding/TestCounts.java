package dev.kapu.funding;

import static dev.kapu.registry.TestRegistry.TODAY;

import dev.kapu.Turns;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import java.time.LocalDate;
import org.springframework.context.ApplicationContext;
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

    /**
     * The hub that the tests share has long frozen its numbers: those of an institution that came later are added, by what
     * the registry holds of that day.
     *
     * @return the reference date
     */
    public static LocalDate asHeld(ApplicationContext hub, String institution) {
        taken(hub);
        hub.getBean(JdbcClient.class)
                .sql("""
                        insert into funding_headcount
                        select cast(:day as date), institution_code, site_serial, type,
                               cast(substring(grade from '[0-9]+') as smallint), count(*)
                          from affiliation
                         where institution_code = :institution
                           and start_date <= :day and (end_date is null or end_date > :day)
                         group by 2, 3, 4, 5
                            on conflict do nothing""")
                .param("day", day())
                .param("institution", institution)
                .update();
        return day();
    }

    void counted(String site, String type, int grade, int affiliations) {
        taken(hub);
        hub.getBean(JdbcClient.class)
                .sql("insert into funding_headcount values (?, ?, ?, ?, ?, ?)")
                .params(day(), institution, site, type, grade, affiliations)
                .update();
    }

    /** The hub has counted what it knows of, without being waited for. */
    public static void taken(ApplicationContext hub) {
        reportedBefore(hub);
        Turns.take(hub.getBean(Snapshots.class)::takeDue);
    }

    /** Of days before the first report nothing is counted. */
    private static void reportedBefore(ApplicationContext hub) {
        var jdbc = hub.getBean(JdbcClient.class);
        var registry = new TestRegistry(jdbc);
        var person = registry.personAt(registry.institution(), AffiliationType.COMPULSORY_STUDENT);
        jdbc.sql("update affiliation set reported_at = ? where education_id = ?")
                .params(day().minusMonths(1), person.number())
                .update();
    }
}
