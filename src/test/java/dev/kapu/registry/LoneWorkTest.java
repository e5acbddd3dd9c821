package dev.kapu.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;

@HubTest
class LoneWorkTest {
    @Autowired
    private LoneWork work;

    @Autowired
    private LoneWorkStore store;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private DataSource pool;

    @Test
    void it_may_take_longer_than_a_request() {
        var ordinary = patience();

        var patient = work.alone("patience", this::patience);

        assertThat(ordinary).isEqualTo("15s 1min 20000");
        assertThat(patient).isEqualTo("10min 10min 610000");
        // The pool gives a thread the connection that it had last.
        assertThat(patience()).isEqualTo(ordinary);
    }

    @Test
    void who_comes_while_somebody_is_at_it_does_not_wait() {
        var second = work.alone(
                "one",
                () -> CompletableFuture.supplyAsync(() -> work.alone("one", () -> "both"))
                        .handle((both, refused) -> refused)
                        .join());
        var other = work.alone(
                "one",
                () -> CompletableFuture.supplyAsync(() -> work.alone("two", () -> "another"))
                        .join());

        assertThat(second).isInstanceOf(CompletionException.class).hasCauseInstanceOf(CannotAcquireLockException.class);
        assertThat(other).isEqualTo("another");
        assertThat(work.<String>alone("one", () -> "again")).isEqualTo("again");
    }

    @Test
    void a_stop_of_the_hub_cuts_it_off_and_is_no_failure() throws Exception {
        var ofThisTest = new LoneWork(store, transactions);
        var jdbc = new JdbcTemplate(pool);
        var cutOff = CompletableFuture.supplyAsync(() -> ofThisTest.alone("endless", () -> {
            jdbc.execute("select pg_sleep(120)");
            return "slept";
        }));
        await().until(() -> !jdbc.queryForList("select pid from pg_stat_activity where query = 'select pg_sleep(120)'")
                .isEmpty());

        ofThisTest.stop();

        assertThat(cutOff.handle((slept, cut) -> cut).join()).hasCauseInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> ofThisTest.alone("endless", () -> "begun anew"))
                .isInstanceOf(CannotAcquireLockException.class);
        assertThatCode(() -> ofThisTest.attempt("Tests", () -> ofThisTest.alone("endless", () -> "begun anew")))
                .doesNotThrowAnyException();
    }

    private String patience() {
        var connection = DataSourceUtils.getConnection(pool);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select current_setting('statement_timeout') || ' ' "
                        + "|| current_setting('idle_in_transaction_session_timeout')")) {
            row.next();
            return row.getString(1) + " " + connection.getNetworkTimeout();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, pool);
        }
    }
}
