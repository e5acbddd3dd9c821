package dev.kapu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.audit.DisclosureRecord.Channel;
import dev.kapu.audit.DisclosureRecord.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** K21: among millions of records, those that are looked for. */
@HubTest
class DisclosureSearchTest {
    @Autowired
    Recorder recorder;

    @Autowired
    DisclosureSearch search;

    @Autowired
    DisclosureSearchStore store;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private final String partner = "search-" + UUID.randomUUID();

    @Test
    void a_message_id_finds_its_record_however_many_came_after() {
        var id = UUID.randomUUID().toString();
        record(id, Outcome.ANSWERED, Instant.now());
        for (int i = 0; i < 120; i++) {
            record(null, Outcome.ANSWERED, Instant.now());
        }

        var page = new DisclosureSearch(store, 10, 5).page(new DisclosureFilter(null, null, id, null, null), null);

        assertThat(page.records()).extracting(DisclosureRecord::messageId).containsExactly(id);
        assertThat(page.next()).isNull();
    }

    @Test
    void one_id_sent_again_and_again_is_read_a_stretch_at_a_time_and_to_the_end() {
        var id = UUID.randomUUID().toString();
        for (int i = 0; i < 240; i++) {
            record(id, Outcome.REPEATED, Instant.now());
        }
        var stretches = new ArrayList<Long>();
        var noted = new DisclosureSearchStore(jdbc) {
            @Override
            List<Numbered> find(DisclosureFilter filter, long from, long to, int limit) {
                stretches.add(to - from);
                return super.find(filter, from, to, limit);
            }
        };

        var found = all(new DisclosureSearch(noted, 10, 5), new DisclosureFilter(null, null, id, null, null));

        assertThat(found).hasSize(240);
        assertThat(stretches.subList(0, 24)).allMatch(stretch -> stretch <= 10);
    }

    @Test
    void pages_follow_each_other_to_the_end_without_a_hole_or_a_repetition() {
        for (int i = 0; i < 250; i++) {
            record("m-" + i, i % 2 == 0 ? Outcome.ANSWERED : Outcome.REPEATED, Instant.now());
        }
        var filter = new DisclosureFilter(partner, null, null, null, null);
        var repeated = new DisclosureFilter(partner, Outcome.REPEATED, null, null, null);

        assertThat(all(search, filter)).hasSize(250).doesNotHaveDuplicates().startsWith("m-249");
        assertThat(all(search, repeated)).hasSize(125);
    }

    @Test
    void what_is_rare_is_found_a_stretch_at_a_time() {
        record("rare", Outcome.ANSWERED, Instant.now());
        for (int i = 0; i < 25; i++) {
            recorder.record(disclosure("another", null, Outcome.ANSWERED, Instant.now()));
        }
        var stretches = new DisclosureSearch(store, 10, 5);
        var filter = new DisclosureFilter(partner, null, null, null, null);

        var first = stretches.page(filter, null);

        assertThat(first.records()).isEmpty();
        assertThat(first.next()).isNotNull();
        assertThat(stretches
                        .page(filter, stretches.page(filter, first.next()).next())
                        .records())
                .extracting(DisclosureRecord::messageId)
                .containsExactly("rare");
    }

    @Test
    void from_and_until_leave_out_what_came_before_and_after() {
        var now = Instant.now();
        record("old", Outcome.ANSWERED, now.minus(Duration.ofSeconds(60)));
        record("between", Outcome.ANSWERED, now.minus(Duration.ofSeconds(30)));
        record("new", Outcome.ANSWERED, now);

        var filter = new DisclosureFilter(
                partner, null, null, now.minus(Duration.ofSeconds(40)), now.minus(Duration.ofSeconds(10)));
        assertThat(all(search, filter)).containsExactly("between");
        var future = new DisclosureFilter(partner, null, null, now.plus(Duration.ofHours(1)), null);
        assertThat(search.page(future, null)).isEqualTo(new DisclosurePage(List.of(), null));
    }

    @Test
    void neither_a_page_nor_a_message_id_reads_the_whole_table() {
        assertThat(plan(new DisclosureFilter(null, null, "x", null, null))).contains("disclosure_message");
        assertThat(plan(new DisclosureFilter("a", Outcome.ANSWERED, null, Instant.now(), null)))
                .contains("disclosure_pkey")
                .doesNotContain("Seq Scan");
    }

    /** Of a table that is too large to be read: in the tests it is small. */
    private String plan(DisclosureFilter filter) {
        var params = new HashMap<String, Object>(Map.of("from", 1L, "to", 1_000_000L, "limit", 100));
        var sql = DisclosureSearchStore.sql(filter, params);
        return Objects.requireNonNull(transactions.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return String.join(
                    "\n",
                    jdbc.sql("explain " + sql)
                            .params(params)
                            .query(String.class)
                            .list());
        }));
    }

    private static List<@Nullable String> all(DisclosureSearch search, DisclosureFilter filter) {
        var found = new ArrayList<@Nullable String>();
        var page = search.page(filter, null);
        page.records().forEach(one -> found.add(one.messageId()));
        while (page.next() != null) {
            page = search.page(filter, page.next());
            page.records().forEach(one -> found.add(one.messageId()));
        }
        return found;
    }

    private void record(@Nullable String id, Outcome outcome, Instant at) {
        recorder.record(disclosure(partner, id, outcome, at));
    }

    private static DisclosureRecord disclosure(String partner, @Nullable String id, Outcome outcome, Instant at) {
        return new DisclosureRecord(
                at,
                Channel.HTTP,
                partner,
                null,
                null,
                null,
                "IdCards/getCardholder",
                id,
                null,
                null,
                "id-cards.cardholder",
                "0".repeat(64),
                outcome,
                null,
                List.of(),
                Set.of(),
                1,
                1,
                1,
                new byte[32]);
    }
}
