package dev.kapu.registry.movement;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.reach.ScopeCondition;
import dev.kapu.scope.Reach;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * K13: changes are reported within 15 days; who is late can be seen. An institution answers for its own reports only: what the
 * personnel module has said of its staff (E4) counts neither as reported nor as late.
 */
@Component
public class Lateness {
    private static final int MOST = 1000;

    private final LatenessStore store;
    private final Today today;

    Lateness(LatenessStore store, Today today) {
        this.store = store;
        this.today = today;
    }

    /** Days of the report, both included. */
    public record Period(LocalDate from, LocalDate until) {
        /** @throws FaultException {@code Client.Message.Invalid} if it ends before it begins */
        public Period {
            if (until.isBefore(from)) {
                throw new FaultException(Fault.INVALID, "until");
            }
        }
    }

    /**
     * @param overdue persons who came back after long, whose data are still not amended at the end of the period (K15)
     * @param items the latest first, at most 1000
     */
    public record Reports(int reported, int late, int overdue, List<Item> items) {}

    public enum Kind {
        START,
        END,
        AMENDMENT,
        RE_ENTRY
    }

    /**
     * @param type of a start, an end or a return
     * @param reportedOn the day of receipt, however long the Office took; null of a return: the amendment is still missing
     * @param daysLate beyond the days that K13 grants, or the day of the first load (K10)
     */
    public record Item(
            EducationId educationId,
            Kind kind,
            @Nullable AffiliationType type,
            LocalDate happenedOn,
            @Nullable LocalDate reportedOn,
            int daysLate) {
        /** Hazard: must not show whose it is, or it would reach a log line. */
        @Override
        public String toString() {
            return "Item";
        }
    }

    /**
     * What the institution reported in the period, also about persons who have left it since.
     *
     * @throws FaultException {@code Client.Institution.NotFound} if the reach is about another institution
     */
    public Reports of(InstitutionCode institution, Period period, Reach reach) {
        requireSpeaksFor(reach, institution);
        var window = window(institution, period);
        var counts = store.counts(window);
        var items = counts.late() + counts.overdue() == 0 ? List.<Item>of() : store.late(window, MOST);
        return new Reports(counts.reported(), counts.late(), counts.overdue(), items);
    }

    /** As {@link #of}, in numbers only: it tells of no person. */
    public Reports counted(InstitutionCode institution, Period period, Reach reach) {
        requireSpeaksFor(reach, institution);
        var counts = store.counts(window(institution, period));
        return new Reports(counts.reported(), counts.late(), counts.overdue(), List.of());
    }

    private static void requireSpeaksFor(Reach reach, InstitutionCode institution) {
        if (!ScopeCondition.speaksFor(reach, institution)) {
            throw new FaultException(Fault.INSTITUTION_NOT_FOUND, "institutionCode");
        }
    }

    private LatenessStore.Window window(InstitutionCode institution, Period period) {
        return new LatenessStore.Window(
                institution,
                today.startOf(period.from()),
                today.startOf(period.until().plusDays(1)),
                period.until(),
                today.date(),
                today.zone());
    }
}
