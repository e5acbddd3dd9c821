package dev.kapu.personnel;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.RegistryEvent;
import dev.kapu.registry.Today;
import dev.kapu.registry.amendment.PersonAmended;
import dev.kapu.registry.master.InstitutionChanged;
import dev.kapu.registry.movement.AffiliationCancelled;
import dev.kapu.registry.movement.AffiliationEnded;
import dev.kapu.registry.registration.PersonsMerged;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What waited for its day takes effect on it, and what contradicted is tried again on a new day, soon after the registry
 * has moved on about the person, and soon after the master has an institution or a site that was missing. What could not be tried, is within a minute; what a node has not come to when it ends, is
 * tried when it begins.
 */
@Component
class DueMessages {
    private static final Logger log = LoggerFactory.getLogger(DueMessages.class);
    private static final int SOON = 1_000;
    private static final int MINUTE = 60_000;

    private final UnsettledStore unsettled;
    private final StaffReports reports;
    private final Today today;
    private final Set<EducationId> moved = ConcurrentHashMap.newKeySet();
    private final Set<InstitutionCode> mended = ConcurrentHashMap.newKeySet();
    private final Set<EducationId> failed = ConcurrentHashMap.newKeySet();
    private LocalDate done = LocalDate.MIN;

    DueMessages(UnsettledStore unsettled, StaffReports reports, Today today) {
        this.unsettled = unsettled;
        this.reports = reports;
        this.today = today;
    }

    @TransactionalEventListener
    void on(AffiliationEnded ended) {
        movedOn(ended);
    }

    @TransactionalEventListener
    void on(AffiliationCancelled cancelled) {
        movedOn(cancelled);
    }

    @TransactionalEventListener
    void on(PersonAmended amended) {
        movedOn(amended);
    }

    @TransactionalEventListener
    void on(PersonsMerged merged) {
        movedOn(merged);
    }

    /** What was parked because the place did not exist, or was closed. */
    @TransactionalEventListener
    void on(InstitutionChanged changed) {
        mended.add(new InstitutionCode(changed.institutionCode()));
    }

    private void movedOn(RegistryEvent event) {
        moved.add(EducationId.of(event.subject().educationId()));
    }

    @Scheduled(fixedDelay = SOON)
    void onMove() {
        if (moved.isEmpty()) {
            return;
        }
        var ids = List.copyOf(moved);
        ids.forEach(moved::remove);
        try {
            tryAgain(unsettled.of(ids));
        } catch (DataAccessException | TransactionException later) {
            moved.addAll(ids);
            warn(later);
        }
    }

    @Scheduled(fixedDelay = SOON)
    void onMend() {
        if (mended.isEmpty()) {
            return;
        }
        var institutions = List.copyOf(mended);
        institutions.forEach(mended::remove);
        try {
            tryAgain(unsettled.withoutPlace(institutions));
        } catch (DataAccessException | TransactionException later) {
            mended.addAll(institutions);
            warn(later);
        }
    }

    @Scheduled(fixedDelay = MINUTE)
    void onNewDay() {
        var left = List.copyOf(failed);
        left.forEach(failed::remove);
        tryAgain(left);
        var day = today.date();
        if (day.equals(done)) {
            return;
        }
        try {
            tryAgain(day);
            done = day;
        } catch (DataAccessException | TransactionException later) {
            warn(later);
        }
    }

    void tryAgain(LocalDate day) {
        tryAgain(unsettled.of(day));
    }

    /** One person's trouble keeps nobody else's messages back. */
    private void tryAgain(List<EducationId> ids) {
        for (var id : ids) {
            try {
                reports.retry(id);
            } catch (RuntimeException later) {
                failed.add(id);
                warn(later);
            }
        }
    }

    private static void warn(RuntimeException later) {
        log.warn(
                "Personnel messages are tried again later: {}", later.getClass().getSimpleName());
    }
}
