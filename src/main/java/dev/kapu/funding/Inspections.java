package dev.kapu.funding;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.institution.Institutions;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where numbers differ, funding asks for an inspection; the Office makes it, and funding learns nobody's name (K22). */
@Component
public class Inspections {
    private final InspectionStore store;
    private final Institutions institutions;
    private final ReferenceDates dates;
    private final Today today;

    Inspections(InspectionStore store, Institutions institutions, ReferenceDates dates, Today today) {
        this.store = store;
        this.institutions = institutions;
        this.dates = dates;
        this.today = today;
    }

    /**
     * Of what the partner has asked for already, for the same reason, and is open the first request stands.
     *
     * @throws FaultException {@code Client.Institution.NotFound} or {@code Client.Funding.NotAReferenceDate}
     */
    @Transactional
    public Inspection request(
            InstitutionCode institution, @Nullable LocalDate referenceDate, String reason, String partner) {
        institutions.find(institution);
        if (referenceDate != null && !dates.isOne(referenceDate)) {
            throw new FaultException(Fault.FUNDING_DATE_REFUSED, dates.inWords());
        }
        store.lock(institution);
        return store.open(institution, referenceDate, reason, partner)
                .orElseGet(() -> store.insert(institution, referenceDate, reason, partner, today.instant()));
    }

    /** The oldest first, of those asked for later than the one with the number. */
    public List<Inspection> list(boolean open, long afterNumber, int limit) {
        return store.list(open, afterNumber, limit);
    }

    /** @throws FaultException {@code Client.Funding.InspectionNotFound} if there is none that is open */
    @Transactional
    public Inspection close(long number, String finding, String partner) {
        return store.close(number, finding, partner, today.instant())
                .orElseThrow(() -> new FaultException(Fault.FUNDING_INSPECTION_NOT_FOUND, "inspectionNumber"));
    }
}
