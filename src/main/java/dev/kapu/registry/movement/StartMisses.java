package dev.kapu.registry.movement;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.RegistryProperties;
import dev.kapu.registry.Today;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Starts that named nobody: an ID that is unknown, or another birth date. Whoever tries birth dates or IDs is stopped for
 * the rest of the day, in single starts and in forms alike (ADR 17). Each node counts by itself and anew after its start,
 * as with quotas; what was asked stays in the record of disclosures.
 */
@Component
class StartMisses {
    private static final int OF_ONE_ID = 3;
    private static final Logger LOG = LoggerFactory.getLogger(StartMisses.class);

    private final int ofOneInstitution;
    private final Today today;
    private final Map<InstitutionCode, Map<EducationId, Integer>> misses = new HashMap<>();
    private LocalDate day = LocalDate.MIN;

    StartMisses(RegistryProperties properties, Today today) {
        this.ofOneInstitution = properties.startMissesADay();
        this.today = today;
    }

    /** @throws FaultException {@code Client.Affiliation.TooManyMisses}, whether or not there is such a person */
    synchronized void requireFew(InstitutionCode institution, EducationId asked) {
        var missed = missedToday(institution);
        if (missed.getOrDefault(asked, 0) >= OF_ONE_ID || sum(missed) >= ofOneInstitution) {
            throw new FaultException(Fault.TOO_MANY_MISSES);
        }
    }

    synchronized void count(InstitutionCode institution, EducationId asked) {
        var missed = missedToday(institution);
        missed.merge(asked, 1, Integer::sum);
        if (sum(missed) == ofOneInstitution) {
            LOG.warn(
                    "Institution {} has named {} unknown persons in starts today; it can start no more",
                    institution.text(),
                    ofOneInstitution);
        }
    }

    private Map<EducationId, Integer> missedToday(InstitutionCode institution) {
        if (!day.equals(today.date())) {
            misses.clear();
            day = today.date();
        }
        return misses.computeIfAbsent(institution, none -> new HashMap<>());
    }

    private static int sum(Map<EducationId, Integer> missed) {
        return missed.values().stream().mapToInt(Integer::intValue).sum();
    }
}
