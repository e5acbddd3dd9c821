package dev.kapu.personnel;

import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.personnel.StaffModule.Failed;
import dev.kapu.personnel.StaffModule.Failure;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.Today;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S10: the hub is stopped while it compares, and what it has not compared is not lost. */
@HubTest
class StoppedNightTest {
    private static final String NOT_THESE_DAYS =
            "0 0 0 1 %d *".formatted(TODAY.plusMonths(2).getMonthValue());
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LONG = Duration.ofMinutes(5);

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    ComparisonRunStore store;

    @Autowired
    ModuleContacts contacts;

    @Autowired
    Today today;

    @Autowired
    JdbcClient jdbc;

    private final List<NightlyReconciliation> nodes = new ArrayList<>();
    private final List<InstitutionCode> askedLater = Collections.synchronizedList(new ArrayList<>());
    private final StaffModule answering = (institution, day) -> {
        askedLater.add(institution);
        return List.of();
    };
    private InstitutionCode compared;
    private InstitutionCode reached;
    private InstitutionCode left;

    @BeforeEach
    void no_other_night_is_the_latest() {
        jdbc.sql("update personnel_run set planned = planned - interval '1000 days 7 seconds'")
                .update();
        var registry = new TestRegistry(jdbc);
        compared = registry.institution();
        reached = registry.institution();
        left = registry.institution();
        var before = today.instant().minus(DAY.multipliedBy(2));
        store.begin(before, before);
        store.finish(before, before, 0, 0);
    }

    @AfterEach
    void stop() {
        nodes.forEach(NightlyReconciliation::stop);
    }

    @Test
    void in_the_middle_of_the_night_and_the_next_start_goes_on_with_the_rest() {
        var hangs = new CountDownLatch(1);
        var stopped = node(aMinuteAgo(), (institution, day) -> {
            if (institution.equals(reached)) {
                hangs.countDown();
                throw interrupted();
            }
            return List.of();
        });
        await().atMost(LONG).until(() -> hangs.getCount() == 0);

        stopped.stop();

        assertThat(latest("finished_at is null")).as("not said to be complete").isTrue();
        assertThat(latest("silent_until <= now()"))
                .as("free for another at once")
                .isTrue();
        node(NOT_THESE_DAYS, answering);
        await().atMost(LONG).until(() -> latest("finished_at is not null"));
        assertThat(askedLater).contains(reached, left).doesNotContain(compared);
        assertThat(latest("compared >= 3 and failed = 0")).isTrue();
    }

    @Test
    void while_it_waits_to_ask_again_and_another_node_goes_on_at_once() {
        var stopped = node(aMinuteAgo(), (institution, day) -> {
            if (institution.equals(reached)) {
                throw new Failed(Failure.TOO_SLOW);
            }
            return List.of();
        });
        await().atMost(LONG).until(() -> latest("silent_until > now() + interval '4 hours'"));

        stopped.stop();

        node(NOT_THESE_DAYS, answering);
        await().atMost(LONG).until(() -> latest("finished_at is not null"));
        assertThat(askedLater).contains(reached).doesNotContain(compared, left);
    }

    /** Whoever starts makes it up at once. */
    private String aMinuteAgo() {
        var then = today.instant().minusSeconds(60).atZone(today.zone());
        return "%d %d %d * * *".formatted(then.getSecond(), then.getMinute(), then.getHour());
    }

    private NightlyReconciliation node(String cron, StaffModule module) {
        var properties = new PersonnelProperties(
                URI.create("http://localhost:9"),
                null,
                null,
                cron,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                1,
                Duration.ofSeconds(1),
                2,
                Duration.ofHours(1));
        var beans = new StaticListableBeanFactory();
        beans.addBean("module", module);
        var node = new NightlyReconciliation(
                beans.getBeanProvider(StaffModule.class),
                new ComparisonRounds(reconciliation, store, contacts, properties, today),
                store,
                properties,
                today);
        node.start();
        nodes.add(node);
        return node;
    }

    /** As a call ends that waits for an answer. */
    private static Failed interrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return new Failed(Failure.NOT_ASKED);
    }

    private boolean latest(String what) {
        return jdbc.sql("select coalesce(%s, false) from personnel_run order by planned desc limit 1".formatted(what))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
