package dev.kapu.statistics;

import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.TestRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Terms that were counted before pasts were kept (ADR 39), in a transaction of the owner that is rolled back. */
@HubTest
class TermsOfBeforeTest {
    private static final Path MIGRATION = Path.of("src/main/resources/db/migration/V46__statistics_of_before.sql");
    private static final LocalDate FIRST = LocalDate.of(2025, 10, 15);
    private static final LocalDate SECOND = LocalDate.of(2026, 2, 15);
    private static final LocalDate THIRD = LocalDate.of(2026, 10, 15);

    @Autowired
    @Qualifier("ownerDataSource")
    private DataSource owner;

    private SingleConnectionDataSource connection;
    private JdbcClient jdbc;
    private long nextId = 7_900_000_000_0L;

    @BeforeEach
    void noTerms() throws Exception {
        connection = new SingleConnectionDataSource(owner.getConnection(), true);
        connection.getConnection().setAutoCommit(false);
        jdbc = JdbcClient.create(connection);
        for (var table : List.of("told", "absent", "cell", "latest", "gone", "term")) {
            jdbc.sql("delete from statistics_" + table).update();
        }
    }

    @AfterEach
    void asItWas() throws Exception {
        connection.getConnection().rollback();
        connection.destroy();
    }

    @Test
    void of_the_first_term_everybody_was_new_and_who_was_together_is_followed() throws IOException {
        term(FIRST);
        group(FIRST, 0, null, "7", "new", 12);
        group(FIRST, 1, null, "8", "new", 11);

        migrate();

        assertThat(cells(FIRST)).containsExactly("0 <- null: 0, 1", "1 <- null: 0, 2");
        assertThat(numbers("select distinct past from statistics_latest")).containsExactly(0);
        assertThat(numbers("select count(*) from statistics_gone")).containsExactly(0);
    }

    @Test
    void of_the_second_the_past_follows_from_the_first() throws IOException {
        term(FIRST);
        cell(FIRST, 0, null, "7", "new", 12);
        cell(FIRST, 1, null, "8", "new", 11);
        term(SECOND);
        group(SECOND, 0, 0, "7", "stayed", 10);
        group(SECOND, 1, null, "8", "new", 4);
        cell(SECOND, 2, 1, "8", "left", 11);
        cell(SECOND, 3, 0, "7", "left", 2);

        migrate();

        assertThat(cells(SECOND)).containsExactly("0 <- 0: 1, 3", "1 <- null: 0, 4", "2 <- 1: 2, 5", "3 <- 0: 1, 6");
        assertThat(numbers("select distinct past from statistics_latest order by past"))
                .containsExactly(0, 1);
    }

    @Test
    void of_more_nobody_is_followed_and_who_may_have_been_counted_is_no_newcomer_when_back() throws IOException {
        var registry = new TestRegistry(jdbc);
        var back = registry.personAt(registry.institution(), COMPULSORY_STUDENT);
        var newcomer = registry.personAt(registry.institution(), COMPULSORY_STUDENT);
        jdbc.sql("update person set created_at = now() + interval '2 hours' where education_id = ?")
                .param(newcomer.number())
                .update();
        term(FIRST);
        cell(FIRST, 0, null, "7", "new", 12);
        term(SECOND);
        cell(SECOND, 0, 0, "7", "stayed", 12);
        term(THIRD);
        group(THIRD, 0, 0, "7", "stayed", 12);

        migrate();

        assertThat(cells(THIRD)).containsExactly("0 <- 0: null, null");
        new SnapshotStore(jdbc, new LastGrades(null, 12, 12, 12), 10_000_000).count(TODAY, THIRD, THIRD, 0);
        assertThat(past(back)).isNull();
        assertThat(past(newcomer)).isZero();
    }

    private void term(LocalDate term) {
        jdbc.sql("insert into statistics_term (term, taken_at) values (?, now() + interval '1 hour')")
                .param(term)
                .update();
    }

    private void cell(LocalDate term, int cell, @Nullable Integer before, String grade, String outcome, int persons) {
        jdbc.sql("""
                insert into statistics_cell (term, cell, cell_before, institution_kind, sex, entry_year, grade, outcome,
                                             persons)
                values (?, ?, ?, 'primary', 'female', 2020, ?, ?, ?)""")
                .param(term)
                .param(cell)
                .param(before)
                .param(grade)
                .param(outcome)
                .param(persons)
                .update();
    }

    /** A cell with its persons. */
    private void group(LocalDate term, int cell, @Nullable Integer before, String grade, String outcome, int persons) {
        cell(term, cell, before, grade, outcome, persons);
        for (int n = 0; n < persons; n++) {
            jdbc.sql("""
                    insert into statistics_latest (term, education_id, institution_code, institution_kind, sex,
                                                   entry_year, grade, outcome, cell_before)
                    values (?, ?, '000001', 'primary', 'female', 2020, ?, ?, ?)""")
                    .param(term)
                    .param(nextId++)
                    .param(grade)
                    .param(outcome)
                    .param(before)
                    .update();
        }
    }

    private void migrate() throws IOException {
        new JdbcTemplate(connection).execute(Files.readString(MIGRATION));
    }

    private List<String> cells(LocalDate term) {
        return jdbc.sql("select cell, cell_before, past, next_past from statistics_cell where term = ? order by 1, 2")
                .param(term)
                .query((row, number) -> "%d <- %s: %s, %s"
                        .formatted(row.getInt(1), row.getObject(2), row.getObject(3), row.getObject(4)))
                .list();
    }

    private List<Integer> numbers(String sql) {
        return jdbc.sql(sql).query(Integer.class).list();
    }

    private @Nullable Integer past(EducationId id) {
        var rows = jdbc.sql("select coalesce(past, -1) from statistics_latest where term = ? and education_id = ?")
                .params(TODAY, id.number())
                .query(Integer.class)
                .list();
        assertThat(rows).hasSize(1);
        var past = Objects.requireNonNull(rows.get(0));
        return past < 0 ? null : past;
    }
}
