package dev.kapu.registry.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.Patience;
import dev.kapu.registry.TestRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Against the table of keys in PostgreSQL. */
@HubTest
class MatchingTest {
    private static final AtomicLong OTHERS = new AtomicLong(310_000_000);

    @Autowired
    private Matching matching;

    @Autowired
    private MatchingStore store;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void somebody_registered_is_found_again_and_nobody_else_is() {
        var registered = somebody("Zsombolyai", "Hajnalka");
        var id = register(registered);

        var outcomes = matching.compare(List.of(
                registered.described(),
                somebody("Zsombolyai", "Hajnalka")
                        .ofMother("Szabó", "Mária")
                        .born("Eger", registered.birthDate().minusYears(3))
                        .at("Eger", "Kis tér 1.")
                        .insured("")
                        .described(),
                registered.called("Zsombolyai", "Ilka").insured("").described()));

        assertThat(outcomes.get(0))
                .isInstanceOfSatisfying(
                        Outcome.Same.class,
                        same -> assertThat(same.educationId()).isEqualTo(id));
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.New.class);
        assertThat(outcomes.get(2))
                .isInstanceOfSatisfying(
                        Outcome.Look.class,
                        look -> assertThat(look.candidates())
                                .extracting(Outcome.Candidate::educationId)
                                .containsExactly(id));
    }

    @Test
    void after_an_amendment_the_person_is_found_by_what_is_so_now() {
        var before = somebody("Kenderesi", "Boróka");
        var after = before.called("Kenderesi", "Virág").born("Eger", LocalDate.of(2009, 9, 9));
        long id = insert(after);
        matching.keep(id, before.described());

        matching.replace(id, before.described(), after.described());

        assertThat(matching.compare(after.described())).isInstanceOf(Outcome.Same.class);
        assertThat(keysOf(id)).containsExactlyInAnyOrderElementsOf(keys(after));
    }

    @Test
    void however_many_persons_share_a_key_who_shares_most_of_them_is_compared() {
        var meant = somebody("Nagyszombati", "Gergő");
        var id = register(meant);
        long crowded = Keys.kept(Profile.of(meant.described()))
                .of(Keys.Kind.BIRTH_AND_GIVEN)
                .iterator()
                .next();
        jdbc.sql("insert into person_key select ?, serial from generate_series(1, 3000) serial")
                .param(crowded)
                .update();

        var outcome = matching.compare(meant.described());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Same.class,
                        same -> assertThat(same.educationId()).isEqualTo(id));
    }

    @Test
    void of_many_newcomers_with_many_keys_each_gets_those_who_share_a_key_with_it() {
        var meant = somebody("Sokkulcsú", "Lőrinc");
        var id = register(meant);
        var keys = Stream.generate(() -> OTHERS.getAndAdd(1_000))
                .limit(120)
                .map(from -> LongStream.range(from, from + 1_000).toArray())
                .collect(Collectors.toCollection(ArrayList::new));
        keys.set(0, keysOf(id).stream().mapToLong(Long::longValue).toArray());
        keys.set(119, keys.get(0));

        var candidates = store.candidates(keys);

        assertThat(candidates).hasSize(120);
        assertThat(candidates.get(0)).extracting(Judge.Known::educationId).contains(id);
        assertThat(candidates.get(119)).extracting(Judge.Known::educationId).contains(id);
        assertThat(candidates.subList(1, 119))
                .allSatisfy(none -> assertThat(none).isEmpty());
    }

    @Test
    void candidates_are_found_by_the_index_alone() {
        var plan = transaction.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql("explain " + MatchingStore.CANDIDATES)
                    .param(new Integer[] {0})
                    .param(new Long[] {1L})
                    .query(String.class)
                    .list();
        });

        assertThat(plan)
                .anySatisfy(line -> assertThat(line).contains("person_key_pkey"))
                .anySatisfy(line -> assertThat(line).contains("person_pkey"));
        assertThat(plan).noneSatisfy(line -> assertThat(line).contains("Seq Scan"));
    }

    @Test
    void of_two_who_register_the_same_child_at_the_same_moment_the_second_finds_what_the_first_registered() {
        var child = somebody("Nyárhegyi", "Kolos");
        var misspelt = child.called("Nyárhegyi", "Kolosz").insured("");
        var compared = new CountDownLatch(1);
        var second = CompletableFuture.supplyAsync(() -> {
            awaitZero(compared);
            return transaction.execute(status -> lockAndCompare(misspelt));
        });

        var first = transaction.execute(status -> {
            var outcome = lockAndCompare(child);
            compared.countDown();
            await().until(() -> waitingFor("transactionid") > 0);
            register(child);
            return outcome;
        });

        assertThat(first).isInstanceOf(Outcome.New.class);
        assertThat(second.join()).isInstanceOf(Outcome.Look.class);
    }

    @Test
    void a_list_of_thousands_makes_nobody_wait_who_registers_somebody_else() {
        var thousands = IntStream.range(0, 3_000)
                .mapToObj(n -> somebody("Sokadik", "Benedek")
                        .born("Győr", LocalDate.of(2004, 1, 1).plusDays(n)))
                .map(Made::described)
                .toList();
        var other = somebody("Egyetlen", "Lujza").born("Pécs", LocalDate.of(1961, 5, 25));

        transaction.executeWithoutResult(status -> {
            matching.lock(thousands.stream());
            var alone = CompletableFuture.supplyAsync(() -> transaction.execute(none -> lockAndCompare(other)));
            assertThat(alone).succeedsWithin(Patience.LIMIT);
        });
    }

    @Test
    void who_cannot_say_whom_waits_for_everybody_and_afterwards_no_key_is_held() {
        var started = new CountDownLatch(1);
        var everybody = CompletableFuture.runAsync(() -> {
            awaitZero(started);
            transaction.executeWithoutResult(status -> matching.lockEverybody());
        });

        transaction.executeWithoutResult(status -> {
            matching.lock(Stream.of(somebody("Egyetlen", "Lujza").described()));
            started.countDown();
            await().until(() -> waitingFor("advisory") > 0);
        });

        assertThat(everybody).succeedsWithin(Patience.LIMIT);
        assertThat(jdbc.sql("select count(*) from registering")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Outcome lockAndCompare(Made child) {
        matching.lock(Stream.of(child.described()));
        return matching.compare(child.described());
    }

    private int waitingFor(String lock) {
        return jdbc.sql("select count(*) from pg_locks where locktype = ? and not granted")
                .param(lock)
                .query(Integer.class)
                .single();
    }

    private static void awaitZero(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Made somebody(String family, String given) {
        return new Made(
                family,
                given,
                family,
                given,
                family + "vári",
                "Piroska",
                "Győr",
                LocalDate.of(2011, 1, 1).plusDays(OTHERS.get() % 300),
                true,
                "Sopron",
                family + " utca 7.",
                Long.toString(OTHERS.getAndIncrement()));
    }

    private long register(Made made) {
        long id = insert(made);
        matching.keep(id, made.described());
        return id;
    }

    private long insert(Made made) {
        long id = TestRegistry.freeId().number();
        jdbc.sql("""
                insert into person (education_id, family_name, given_name, birth_family_name, birth_given_name,
                                    mother_family_name, mother_given_name, birth_place, birth_date, sex, citizenship,
                                    residence_country, residence_settlement, residence_street, taj)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'HU', 'HU', ?, ?, ?)""")
                .params(id, made.family(), made.given(), made.birthFamily(), made.birthGiven(), made.motherFamily())
                .params(made.motherGiven(), made.birthPlace(), made.birthDate(), made.woman() ? "female" : "male")
                .params(made.settlement(), made.street(), made.taj())
                .update();
        return id;
    }

    private List<Long> keysOf(long id) {
        return jdbc.sql("select key from person_key where education_id = ?")
                .param(id)
                .query(Long.class)
                .list();
    }

    private static List<Long> keys(Made made) {
        return Arrays.stream(Matching.keysOf(made.described())).boxed().toList();
    }
}
