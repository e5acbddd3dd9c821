package dev.kapu.funding;

import static org.awaitility.Awaitility.await;

import dev.kapu.registry.LoneWork;
import dev.kapu.registry.RegistryProperties;
import dev.kapu.registry.TestDays;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.institution.Institutions;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.CannotAcquireLockException;

/** Headcounts as they are told on some day, of reference dates that no other test has. */
final class TestFunding {
    /** Far apart: the reference dates of the year before are counted with one. */
    private static final AtomicInteger YEAR = new AtomicInteger(3000);

    private final ApplicationContext hub;

    TestFunding(ApplicationContext hub) {
        this.hub = hub;
    }

    LocalDate referenceDate() {
        return LocalDate.of(YEAR.addAndGet(5), 10, 1);
    }

    /** After the hub has counted what is due on the day. */
    Headcounts on(LocalDate day) {
        return on(day, TestRegistry.PROPERTIES);
    }

    Headcounts on(LocalDate day, RegistryProperties registry) {
        var dates = dates(day, registry);
        var snapshots = new Snapshots(store(), dates, TestDays.on(day), hub.getBean(LoneWork.class));
        if (!dates.known(store().reportedSince()).stream().allMatch(store()::isTaken)) {
            await().ignoreException(CannotAcquireLockException.class).untilAsserted(snapshots::takeDue);
        }
        return new Headcounts(store(), dates, hub.getBean(Institutions.class));
    }

    Headcounts uncounted(LocalDate day) {
        return new Headcounts(store(), dates(day, TestRegistry.PROPERTIES), hub.getBean(Institutions.class));
    }

    private HeadcountStore store() {
        return hub.getBean(HeadcountStore.class);
    }

    private static ReferenceDates dates(LocalDate day, RegistryProperties registry) {
        return new ReferenceDates(new FundingProperties(List.of("10-01", "02-01")), registry, TestDays.on(day));
    }

    static List<String> lines(List<Headcount> counts) {
        return counts.stream()
                .map(count -> count.line().site().text() + " " + count.line().type() + " "
                        + count.line().grade() + " " + count.count())
                .toList();
    }
}
