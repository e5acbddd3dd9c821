package dev.kapu.admissions;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.identification.Allowance;
import dev.kapu.registry.participation.ParticipationStore;
import dev.kapu.registry.participation.Procedure;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * For whom the admissions centre got the data to file a first sheet, and has filed none yet. Who knows IDs and birth dates
 * can fill sheets, for that is what the centre is to do (K24). Without sheets it can do so for few (ADR 24): for a number, or
 * for a fifth of those whose sheets followed if that is more, because at a deadline many have been filled and not yet filed.
 * Each node counts by itself and anew after its start, as with {@code Misses}; what was told stays in each person's file.
 */
@Component
class UnfiledFills {
    private static final int PERCENT_OF_FILED = 20;
    private static final Logger LOG = LoggerFactory.getLogger(UnfiledFills.class);

    private final ParticipationStore participations;
    private final Allowance allowance;
    private final Today today;
    private final Set<EducationId> unfiled = new HashSet<>();
    private LocalDate day = LocalDate.MIN;

    UnfiledFills(ParticipationStore participations, AdmissionProperties properties, Today today) {
        this.participations = participations;
        this.allowance = new Allowance(properties.unfiledADay(), PERCENT_OF_FILED);
        this.today = today;
    }

    /**
     * @param present an ID that no merger has retired
     * @throws FaultException {@code Client.Admissions.TooManyUnfiled}
     */
    synchronized void require(EducationId present) {
        if (!day.equals(today.date())) {
            unfiled.clear();
            day = today.date();
        }
        if (unfiled.size() >= allowance.on(day) && !unfiled.contains(present)) {
            var filed = participations.takingPart(unfiled, Procedure.SECONDARY_ADMISSION, day);
            filed.forEach(id -> allowance.right(id, day));
            unfiled.removeAll(filed);
            int most = allowance.on(day);
            if (unfiled.size() >= most) {
                LOG.warn("The admissions centre got the data of {} persons today and filed no sheet for them", most);
                throw new FaultException(Fault.ADMISSION_UNFILED);
            }
        }
        unfiled.add(present);
    }
}
