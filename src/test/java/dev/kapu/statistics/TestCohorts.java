package dev.kapu.statistics;

import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static org.awaitility.Awaitility.await;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Pupils who entered in a school year in which nobody else did, and terms behind all that were counted, so that they are
 * the latest. Others, who entered before, are there so that they do not stand out: as new as they, and not new. Still
 * others only pass: beside them a row of those who stay is told, whatever a test before has kept back. And of each table
 * some are what is kept back beside rows of nobody.
 */
public final class TestCohorts {
    private final JdbcClient jdbc;
    private final TransactionTemplate together;
    private final Snapshots snapshots;
    private final LastGrades lastGrades;
    private final TestRegistry registry;
    private final int year;
    private final InstitutionCode school;
    private final List<EducationId> beside;

    public TestCohorts(ApplicationContext hub) {
        jdbc = hub.getBean(JdbcClient.class);
        together = new TransactionTemplate(hub.getBean(PlatformTransactionManager.class));
        snapshots = hub.getBean(Snapshots.class);
        lastGrades = hub.getBean(StatisticsProperties.class).lastGrades();
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        year = hub.getBean(StatisticsStore.class)
                        .latest()
                        .map(LocalDate::getYear)
                        .filter(latest -> latest > 2050)
                        .orElse(2050)
                + 3;
        jdbc.sql("update affiliation set end_date = start_date where start_date >= ? and end_date is null")
                .param(LocalDate.of(2050, 1, 1))
                .update();
        others(TestRegistry.START, 20, List.of("7"));
        var passing = others(LocalDate.of(year - 4, 9, 1), 10, List.of("7"));
        counted(LocalDate.of(year, 1, 15));
        leave(passing, LocalDate.of(year, 2, 1));
        counted(LocalDate.of(year, 2, 15));
        others(LocalDate.of(year - 2, 9, 1), 12, List.of("00", "7", "8", "9", "10", "11", "12", "13"));
        beside = others(LocalDate.of(year - 3, 9, 1), 20, List.of("6"));
    }

    private List<EducationId> others(LocalDate start, int each, List<String> grades) {
        return grades.stream()
                .flatMap(grade -> entered(start, each, each, grade).stream())
                .toList();
    }

    /** Ten who entered in another year, so that those of this one who leave are not all. */
    void othersLeave(LocalDate day) {
        leave(beside.subList(0, 5), day);
        leave(beside.subList(20, 25), day);
    }

    /** One who entered in a year in which nobody else did. */
    void enterAlone(String grade) {
        entered(LocalDate.of(year - 1, 9, 1), 1, 0, grade);
    }

    InstitutionCode school() {
        return school;
    }

    public int entryYear() {
        return year;
    }

    public LocalDate autumn() {
        return LocalDate.of(year, 10, 15);
    }

    /** So many persons of it, as if the hub had ended then. */
    void begunWith(int persons, LocalDate term) {
        var counts = new SnapshotStore(jdbc, lastGrades, persons);
        long from = counts.counted(term);
        counts.count(term, latest(), term, from);
    }

    LocalDate latest() {
        return jdbc.sql("select max(term) from statistics_term")
                .query(LocalDate.class)
                .single();
    }

    LocalDate spring() {
        return LocalDate.of(year + 1, 2, 15);
    }

    LocalDate nextAutumn() {
        return LocalDate.of(year + 1, 10, 15);
    }

    LocalDate nextSpring() {
        return LocalDate.of(year + 2, 2, 15);
    }

    public LocalDate counted(LocalDate term) {
        await().ignoreException(CannotAcquireLockException.class).untilAsserted(() -> snapshots.take(term));
        return term;
    }

    public List<EducationId> enter(int girls, int boys, String grade) {
        return entered(LocalDate.of(year, 9, 1), girls, boys, grade);
    }

    private List<EducationId> entered(LocalDate start, int girls, int boys, String grade) {
        return Objects.requireNonNull(together.execute(status -> {
            var entered = Stream.generate(registry::person).limit(girls + boys).toList();
            entered.forEach(id -> registry.affiliate(id, school, COMPULSORY_STUDENT, start, null, 20));
            jdbc.sql("update person set sex = 'male' where education_id = any(?)")
                    .param(numbers(entered.subList(girls, entered.size())))
                    .update();
            nowIn(grade, entered);
            return entered;
        }));
    }

    void nowIn(String grade, List<EducationId> ids) {
        jdbc.sql("update affiliation set grade = ? where education_id = any(?) and end_date is null")
                .params(grade, numbers(ids))
                .update();
    }

    private static Long[] numbers(List<EducationId> ids) {
        return ids.stream().map(EducationId::number).toArray(Long[]::new);
    }

    void leave(List<EducationId> ids, LocalDate day) {
        jdbc.sql("update affiliation set end_date = ? where education_id = any(?) and end_date is null")
                .params(day, numbers(ids))
                .update();
    }

    void comeBack(List<EducationId> ids, LocalDate day) {
        ids.forEach(id -> registry.affiliate(id, school, COMPULSORY_STUDENT, day, null, 20));
        nowIn("7", ids);
    }

    void move(List<EducationId> ids, LocalDate day) {
        leave(ids, day);
        var next = registry.institution();
        ids.forEach(id -> registry.affiliate(id, next, COMPULSORY_STUDENT, day.plusDays(1), null, 20));
    }

    Filter cohort() {
        return new Filter(Map.of(Dimension.ENTRY_YEAR, Set.of(Integer.toString(year))));
    }

    Filter cohort(Dimension dimension, String... values) {
        return new Filter(Map.of(Dimension.ENTRY_YEAR, Set.of(Integer.toString(year)), dimension, Set.of(values)));
    }

    /** Of the cohort, as they were counted: not through the door. */
    Map<String, Integer> outcomes(LocalDate term) {
        var outcomes = new TreeMap<String, Integer>();
        jdbc.sql("select outcome, sum(persons) from statistics_cell where term = ? and entry_year = ? group by outcome")
                .params(term, year)
                .query(row -> {
                    outcomes.put(row.getString(1), row.getInt(2));
                });
        return outcomes;
    }
}
