package dev.kapu.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.FirstLoad;
import dev.kapu.registry.LoneWork;
import dev.kapu.registry.TestDays;
import dev.kapu.registry.TestLoads;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/** Questions take no more than they may: of the pool, of the processor, and of the ledger. */
@HubTest
class BooksTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext hub;

    @Autowired
    private StatisticsStore store;

    @Autowired
    private PlatformTransactionManager transactions;

    private TestCohorts cohorts;
    private LocalDate term;

    @BeforeEach
    void term() {
        cohorts = new TestCohorts(hub);
        cohorts.enter(20, 20, "7");
        term = cohorts.counted(cohorts.autumn());
    }

    @Test
    void while_one_asks_the_others_wait_without_a_connection_and_then_hear_that_the_hub_is_busy() {
        var begun = new AtomicInteger();
        var books = new Books(store, properties(1500), counting(begun));
        var asks = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> books.with(term, book -> waited(asks)));
        await().until(() -> begun.get() == 1);

        var others = Stream.generate(() -> CompletableFuture.supplyAsync(() -> books.with(term, book -> true)))
                .limit(7)
                .toList();

        assertThat(others)
                .allSatisfy(other -> assertThatThrownBy(other::join)
                        .isInstanceOf(CompletionException.class)
                        .hasCause(new FaultException(Fault.BUSY)));
        assertThat(begun).hasValue(1);
        asks.countDown();
        assertThat(first.join()).isTrue();
        assertThat(books.<Boolean>with(term, book -> true)).isTrue();
    }

    @Test
    void a_wide_table_lets_others_ask_before_it_goes_on() {
        var properties = properties(1500, Duration.ZERO);
        var turns = new AtomicInteger();
        var order = Collections.synchronizedList(new ArrayList<String>());
        var desk = new CompletableFuture<Books>();
        var other = new Thread(() -> desk.join().with(term, book -> order.add("the other in turn " + turns.get())));
        desk.complete(new Books(store, properties, after(turns, () -> {
            if (turns.get() == 2) {
                other.start();
                await().until(() -> other.getState() == Thread.State.TIMED_WAITING);
            }
        })));
        var asked = Set.of(Dimension.SEX, Dimension.GRADE);

        var table = statistics(properties, desk.join(), term).table(term, cohorts.cohort(), asked);

        assertThat(order).containsExactly("the other in turn 3");
        assertThat(turns)
                .as("one for each row, and the other's")
                .hasValue(table.rows().size() + 1);
        assertThat(table).as("as at once").isEqualTo(statistics(1500, term).table(term, cohorts.cohort(), asked));
        assertThat(table.rows())
                .hasSize(2 + 15 + 2 * 15)
                .filteredOn(row -> row.count() != null)
                .extracting(Table.Row::count)
                .containsExactly(20, 20);
    }

    @Test
    void of_two_wide_tables_at_once_the_second_hears_that_the_hub_is_busy() {
        var books = new Books(store, properties(1500), transactions);
        var asks = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        var first = CompletableFuture.runAsync(() -> books.inTurns(term, book -> {
            begun.countDown();
            return !waited(asks);
        }));
        waited(begun);

        assertRefused(() -> books.inTurns(term, book -> false), Fault.BUSY);

        asks.countDown();
        first.join();
        books.inTurns(term, book -> false);
    }

    @Test
    void a_full_term_tells_again_what_it_has_told_and_nothing_else() {
        var full = statistics(0, term);

        assertThat(full.group(term, cohorts.cohort())).as("in a standard table").isEqualTo(40);
        assertRefused(() -> full.group(term, cohorts.cohort(Dimension.SEX, "male")), Fault.STATISTICS_TERM_FULL);
        assertRefused(() -> full.table(term, cohorts.cohort(), Set.of(Dimension.SEX)), Fault.STATISTICS_TERM_FULL);
        assertThat(statistics(1500, term).group(term, cohorts.cohort(Dimension.SEX, "male")))
                .isEqualTo(20);
        assertThat(full.group(term, cohorts.cohort(Dimension.SEX, "male"))).isEqualTo(20);
    }

    @Test
    void a_question_before_the_count_is_told_to_wait_and_counts_nobody() {
        var due = cohorts.spring();
        var statistics = statistics(1500, due);

        assertRefused(() -> statistics.group(due, cohorts.cohort()), Fault.NOT_COUNTED_YET);

        assertThat(statistics.terms()).doesNotContain(due);
    }

    @Test
    void a_term_of_a_registry_that_is_still_being_loaded_is_neither_counted_nor_promised_K10() {
        var due = cohorts.spring();
        var properties = properties(1500);
        var books = new Books(store, properties, transactions);
        var loading = snapshots(properties, books, due, TestLoads.of(jdbc, due.plusDays(1), null, due));

        loading.takeDue();

        assertThat(store.terms()).doesNotContain(due);
        assertRefused(
                () -> new Statistics(books, store, loading, properties).group(due, cohorts.cohort()),
                Fault.STATISTICS_TERM_NOT_FOUND);
    }

    private Statistics statistics(int mostTold, LocalDate today) {
        var properties = properties(mostTold);
        return statistics(properties, new Books(store, properties, transactions), today);
    }

    private Statistics statistics(StatisticsProperties properties, Books books, LocalDate today) {
        var loaded = TestLoads.of(jdbc, today.minusDays(1), null, today);
        return new Statistics(books, store, snapshots(properties, books, today, loaded), properties);
    }

    private Snapshots snapshots(StatisticsProperties properties, Books books, LocalDate today, FirstLoad load) {
        return new Snapshots(
                hub.getBean(SnapshotStore.class),
                store,
                books,
                properties,
                load,
                TestDays.on(today),
                hub.getBean(LoneWork.class));
    }

    private static StatisticsProperties properties(int mostTold, Duration turn) {
        return new StatisticsProperties(
                List.of("10-15", "02-15"), 10, mostTold, 5, new LastGrades(null, 12, 12, 12), turn);
    }

    private static StatisticsProperties properties(int mostTold) {
        return properties(mostTold, Duration.ofSeconds(5));
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException ending) {
            throw new IllegalStateException(ending);
        }
    }

    private PlatformTransactionManager counting(AtomicInteger begun) {
        return after(begun, () -> {});
    }

    private PlatformTransactionManager after(AtomicInteger begun, Runnable then) {
        return new PlatformTransactionManager() {
            @Override
            public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
                begun.incrementAndGet();
                then.run();
                return transactions.getTransaction(definition);
            }

            @Override
            public void commit(TransactionStatus status) {
                transactions.commit(status);
            }

            @Override
            public void rollback(TransactionStatus status) {
                transactions.rollback(status);
            }
        };
    }

    private static void assertRefused(ThrowingCallable question, Fault fault) {
        assertThatThrownBy(question)
                .isInstanceOfSatisfying(
                        FaultException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(fault));
    }
}
