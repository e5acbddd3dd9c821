package dev.kapu.funding;

import dev.kapu.registry.TestDays;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.institution.Institutions;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

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

    Headcounts on(LocalDate day) {
        var today = TestDays.on(day);
        var dates =
                new ReferenceDates(new FundingProperties(List.of("10-01", "02-01")), TestRegistry.PROPERTIES, today);
        var store = hub.getBean(HeadcountStore.class);
        var snapshots = new Snapshots(store, dates, today, hub.getBean(PlatformTransactionManager.class));
        return new Headcounts(store, snapshots, dates, hub.getBean(Institutions.class));
    }

    static List<String> lines(List<Headcount> counts) {
        return counts.stream()
                .map(count -> count.line().site().text() + " " + count.line().type() + " "
                        + count.line().grade() + " " + count.count())
                .toList();
    }
}
